#include "program/none_replaced.h"

#include <algorithm>

#include "program/modules.h"
#include "program/returns.h"

namespace forklint::program {
namespace {

bool is_none(const python::Expr* expr) {
  const auto* constant = python::as<python::Constant>(expr);
  return constant != nullptr && constant->value == python::ConstantKind::none;
}

bool is_name(const python::Expr* expr, std::string_view id) {
  const auto* name = python::as<python::Name>(expr);
  return name != nullptr && name->id == id;
}

// `name is None`, `not name`
bool asks_for_none(const python::Expr& test, std::string_view name) {
  if (const auto* unary = python::as<python::Unary>(&test)) {
    return unary->op == "not" && is_name(unary->operand, name);
  }
  const auto* compare = python::as<python::Compare>(&test);
  return compare != nullptr && compare->rest.size() == 1 && is_name(compare->left, name) &&
         (compare->rest.front().op == "is" || compare->rest.front().op == "==") &&
         is_none(compare->rest.front().right);
}

bool assigns(python::Block block, std::string_view name) {
  return std::any_of(block.begin(), block.end(), [&](const python::Stmt* stmt) {
    const auto* assign = python::as<python::Assign>(stmt);
    return assign != nullptr && !is_none(assign->value) &&
           std::any_of(assign->targets.begin(), assign->targets.end(),
                       [&](const python::Expr* target) { return is_name(target, name); });
  });
}

}  // namespace

bool is_replaced_default(const Value& value) {
  if (value.kind != ValueKind::context && !value.of_context) return false;
  if (value.method || value.method_unknown || value.module == nullptr) return false;
  const auto* made = python::as<python::Call>(value.expr);
  const python::CallSite* site = made == nullptr ? nullptr : value.module->syntax.site_of(*made);
  if (site == nullptr || site->function == nullptr || made->arguments.size() != 1) return false;
  const auto* method = python::as<python::Name>(made->arguments.front().value);
  if (method == nullptr) return false;
  // Only a statement of the function's own block, ahead of the call, comes before it on every path.
  for (const python::Stmt* stmt : site->function->body) {
    if (stmt->span.begin >= made->span.begin) break;
    const auto* choice = python::as<python::If>(stmt);
    if (choice == nullptr) continue;
    const python::Branch& first = choice->branches.front();
    if (asks_for_none(*first.test, method->id) && assigns(first.body, method->id)) return true;
  }
  return false;
}

}  // namespace forklint::program
