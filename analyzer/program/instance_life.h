// What becomes of the instance that a call makes, where that can be seen in its function. Internal.
#pragma once

#include <vector>

#include "program/site.h"

namespace forklint::program {

// Whether what the site makes stays in one name of its function, of which only attributes are taken and
// the length.
bool stays_in_sight(const Site& site);

// Whether what the site makes is an operand of a comparison and nothing else.
bool is_only_compared(const Site& site);

// The statements that come after a return, raise, break or continue of their own block.
std::vector<Span> dead_code(const python::PythonModule& module);

}  // namespace forklint::program
