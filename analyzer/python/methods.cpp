#include "python/methods.h"

namespace forklint::python {

bool is_self(const Expr& expr, const Function& method) {
  const auto* name = as<Name>(&expr);
  return name != nullptr && !method.parameters.empty() && name->id == method.parameters.front().name;
}

bool is_super(const Expr& expr) {
  const auto* call = as<Call>(&expr);
  const auto* name = call == nullptr ? nullptr : as<Name>(call->callee);
  return name != nullptr && name->id == "super";
}

}  // namespace forklint::python
