// The direct children of any syntax node, for tests that must not forget one.
#pragma once

#include <functional>

#include "python/ast.h"

namespace forklint::python::testing {

struct Visitor {
  std::function<void(const Expr&)> expr;
  std::function<void(const Stmt&)> stmt;
};

void visit_children(const Expr& expr, const Visitor& visitor);
void visit_children(const Stmt& stmt, const Visitor& visitor);

}  // namespace forklint::python::testing
