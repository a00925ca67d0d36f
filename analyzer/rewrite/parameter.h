// The start method as an argument of the call that creates the processes.
#pragma once

#include <optional>

#include "program/program.h"
#include "rewrite/draft.h"

namespace forklint::rewrite {

// Nothing where the API has no such parameter, or the call hides its arguments.
std::optional<Draft> method_as_argument(const program::Program& program, const program::Site& site);

}  // namespace forklint::rewrite
