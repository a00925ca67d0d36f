// `if __name__ == "__main__":`, the only part of a script that its children do not run. Internal.
#pragma once

#include "python/scope.h"

namespace forklint::program {

// `__name__ == "__main__"`, alone or with further conditions.
bool tests_main(const python::Expr* test);
// Whether the region is that of a main guard, or inside of it.
bool is_under_main_guard(const python::Region* region);

}  // namespace forklint::program
