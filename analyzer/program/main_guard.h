// `if __name__ == "__main__":`, the only part of a script that its children do not run. Internal.
#pragma once

#include "program/modules.h"
#include "python/scope.h"

namespace forklint::program {

// `__name__ == "__main__"`, alone or with further conditions.
bool tests_main(const python::Expr* test);
// The statement in which a script begins to act when it is run; null for none.
const python::Stmt* main_guard_of(const Module& module);
// Whether the region is that of a main guard, or inside of it.
bool is_under_main_guard(const python::Region* region);

}  // namespace forklint::program
