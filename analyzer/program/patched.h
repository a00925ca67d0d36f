// What a test puts in the place of an API, or of a part of it, around a call. Internal.
#pragma once

#include "program/evaluator.h"
#include "program/site.h"

namespace forklint::program {

// Whether the API itself is a mock there, the method of it that creates, or a part of its inside.
bool is_mocked(Evaluator& evaluator, const Site& site);

}  // namespace forklint::program
