// The calls of which a test expects that they raise: the last one of a `with pytest.raises(...)`. Internal.
#pragma once

#include <unordered_set>

#include "program/evaluator.h"

namespace forklint::program {

// The calls with which such blocks of a body end.
std::unordered_set<const python::Expr*> expected_failures(python::Block body, Evaluator& evaluator,
                                                          const Module& module);

}  // namespace forklint::program
