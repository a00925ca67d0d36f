// What the branches of methods say of their instance: `if self.pool is None:`. Internal.
#pragma once

#include "program/call_graph.h"
#include "program/path.h"

namespace forklint::program {

// Whether one way needs an attribute to be None and the other needs it not to be, which only the constructor
// decides: no instance goes both.
bool exclude_each_other(const Path& one, const Path& other);

}  // namespace forklint::program
