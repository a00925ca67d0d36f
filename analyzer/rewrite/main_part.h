// The part of a script that acts, and the main guard around it where there is none.
#pragma once

#include <optional>
#include <string>

#include "program/program.h"
#include "rewrite/draft.h"

namespace forklint::rewrite {

// The statements at the end of a script that define nothing which the rest of the project or a function of
// the script needs.
struct MainPart {
  Span span;  // from the beginning of a line, to the end of the last statement
  const python::Stmt* repeated =
      nullptr;  // what stands before it and calls something: each new process does, too
};

// Nothing where it is not clear what belongs to it, others import the module, or it has a guard already.
std::optional<MainPart> main_part_of(const program::Program& program, const program::Module& module);

// Puts the part under `if __name__ == "__main__":`; `first` is a line of its own that comes first, "" for
// none.
void put_under_guard(const program::Module& module, const MainPart& part, const std::string& first,
                     Draft& draft);

}  // namespace forklint::rewrite
