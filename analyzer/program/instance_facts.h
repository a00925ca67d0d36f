// What the branches on a way say of names and of instances: `if not debug:`, `if self.pool is None:`.
// Internal.
#pragma once

#include "program/call_graph.h"
#include "program/path.h"

namespace forklint::program {

// Whether one way needs something to be true, None or equal to a constant that the other needs it not to be,
// where that can't change in between: a name that is bound once, an attribute that only the constructor
// assigns. No run goes both.
bool exclude_each_other(const Path& one, const Path& other);

}  // namespace forklint::program
