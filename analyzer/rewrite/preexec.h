// `preexec_fn` to arguments of subprocess that say the same in C.
#pragma once

#include <optional>

#include "program/program.h"
#include "rewrite/draft.h"

namespace forklint::rewrite {

// Nothing where the function does more, or what the oldest Python can't be told by an argument.
std::optional<Draft> without_preexec(const program::Program& program, const program::Site& site);

}  // namespace forklint::rewrite
