#include "program/main_guard.h"

namespace forklint::program {

bool tests_main(const python::Expr* test) {
  if (const auto* both = python::as<python::BoolOp>(test)) {
    return both->is_and && (tests_main(both->left) || tests_main(both->right));
  }
  const auto* compare = python::as<python::Compare>(test);
  if (compare == nullptr || compare->rest.size() != 1 || compare->rest.front().op != "==") return false;
  const auto* left = python::as<python::Name>(compare->left);
  const auto* right = python::as<python::Name>(compare->rest.front().right);
  return (left != nullptr && left->id == "__name__") || (right != nullptr && right->id == "__name__");
}

bool is_under_main_guard(const python::Region* region) {
  for (; region != nullptr; region = region->outer) {
    if (region->kind == python::RegionKind::if_true && tests_main(region->test)) return true;
  }
  return false;
}

}  // namespace forklint::program
