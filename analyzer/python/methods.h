// How the code of a method speaks of its object. By the text: a name that is bound anew is not told apart.
#pragma once

#include "python/ast.h"

namespace forklint::python {

// The name of the first parameter.
bool is_self(const Expr& expr, const Function& method);
// `super()`, with arguments or without.
bool is_super(const Expr& expr);

}  // namespace forklint::python
