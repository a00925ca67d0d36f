// A nested function or lambda moved to module level, where pickle finds it by its name.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "rewrite/draft.h"
#include "rewrite/free_variables.h"

namespace forklint::rewrite {

struct Hoist {
  std::string name;                // under which it stands at module level
  std::string definition;          // its text there, '\n' at the ends of its lines
  std::uint32_t place = 0;         // where that goes: the beginning of a line
  std::vector<Captured> captured;  // what it gets through functools.partial
  Draft draft;                     // everything else
};

// Nothing where it can't be moved without changing what it does. `parameter`: as which it is handed over; a
// lambda is named after it.
std::optional<Hoist> to_module_level(const program::Program& program, const program::Module& module,
                                     const python::Function& function, std::string_view parameter);

}  // namespace forklint::rewrite
