// `if method is None: method = "spawn"` ahead of `get_context(method)`: None never arrives there. Internal.
#pragma once

#include "program/value.h"

namespace forklint::program {

// Whether a context, or what is reached through one, stands for a default that the code before it rules out.
bool is_replaced_default(const Value& value);

}  // namespace forklint::program
