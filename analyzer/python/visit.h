// The children of syntax nodes, for walks that look at every expression.
#pragma once

#include <functional>

#include "python/ast.h"

namespace forklint::python {

using ExprVisitor = std::function<void(const Expr&)>;

// The expressions directly below one; the bodies of lambdas are not looked into.
void for_each_child(const Expr& expr, const ExprVisitor& visit);

// The expressions of a statement itself; those of the statements inside it are not its own.
void for_each_expression(const Stmt& stmt, const ExprVisitor& visit);

}  // namespace forklint::python
