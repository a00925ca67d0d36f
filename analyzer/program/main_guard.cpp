#include "program/main_guard.h"

#include <algorithm>

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

const python::Stmt* main_guard_of(const Module& module) {
  const python::Block body = module.syntax.body();
  const auto found = std::find_if(body.begin(), body.end(), [](const python::Stmt* stmt) {
    const auto* node = python::as<python::If>(stmt);
    return node != nullptr && !node->branches.empty() && tests_main(node->branches.front().test);
  });
  return found == body.end() ? nullptr : *found;
}

bool is_under_main_guard(const python::Region* region) {
  for (; region != nullptr; region = region->outer) {
    if (region->kind == python::RegionKind::if_true && tests_main(region->test)) return true;
  }
  return false;
}

}  // namespace forklint::program
