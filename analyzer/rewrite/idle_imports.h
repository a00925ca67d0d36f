// What fixes leave behind together: names of multiprocessing that a module still imports and nobody uses.
// Each fix takes away the last use that it knows of; two of them may have been the last two.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "program/program.h"

namespace forklint::rewrite {

// The names, as the module has them, that a `from` import at its top level brings for nobody.
std::set<std::string> idle_imports(const program::Program& program, const program::Module& module);

// The edits that take such names from their imports; none where an import can't be changed.
std::vector<Edit> without_idle_imports(const program::Program& program, const program::Module& module,
                                       const std::set<std::string>& names);

// Whether someone besides `moved` reads of the name uses what a module imports: in it, or by importing it.
bool has_other_users(const program::Program& program, const program::Module& module,
                     const python::Binding& binding, std::size_t moved);

}  // namespace forklint::rewrite
