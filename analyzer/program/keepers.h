// Calls that keep the functions they are given, and run none of them.
#pragma once

#include "program/evaluator.h"

namespace forklint::program {

// `partial(f, 1)`, `dict(on_start=f)`, `Step(f)` of a namedtuple, `atexit.register(f)`.
bool only_keeps(const python::Call& call, Evaluator& evaluator, const Module& module);

}  // namespace forklint::program
