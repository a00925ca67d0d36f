// Where a function ends the process, so that what it did before is of no concern to its caller.
#pragma once

#include <vector>

#include "program/evaluator.h"

namespace forklint::program {

// `sys.exit(...)`, `os._exit(...)` and the like, as a statement.
bool ends_process(const python::Stmt& stmt, Evaluator& evaluator, const Module& module);

// A call, as a statement, of a function of the project whose last word is `raise` and that returns nowhere.
bool always_raises(const python::Stmt& stmt, Evaluator& evaluator, const Module& module);

// The parts of a function's own blocks from which it does not return: the block ends the process.
std::vector<Span> parts_without_return(python::Block body, Evaluator& evaluator, const Module& module);

}  // namespace forklint::program
