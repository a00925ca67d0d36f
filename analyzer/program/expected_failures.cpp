#include "program/expected_failures.h"

#include <algorithm>

#include "program/returns.h"

namespace forklint::program {
namespace {

constexpr std::string_view kAsserting[] = {"assertRaises", "assertRaisesRegex"};

// `self.assertRaises` where the class does not define it itself.
bool is_assertion(const python::Attribute& callee, Evaluator& evaluator, const Module& module) {
  if (std::find(std::begin(kAsserting), std::end(kAsserting), callee.name) == std::end(kAsserting))
    return false;
  const ValueSet objects = evaluator.values(*callee.value, module);
  const Value* self = objects.single();
  return self != nullptr && self->kind == ValueKind::instance && self->class_ != nullptr &&
         evaluator.method_of(*self->module, *self->class_, callee.name) == nullptr;
}

bool expects_exception(const python::Expr& context, Evaluator& evaluator, const Module& module) {
  const auto* call = python::as<python::Call>(&context);
  if (call == nullptr || call->damaged) return false;
  if (const auto* method = python::as<python::Attribute>(call->callee);
      method != nullptr && is_assertion(*method, evaluator, module))
    return true;
  const ValueSet callees = evaluator.values(*call->callee, module);
  const Value* callee = callees.single();
  return callee != nullptr && external_name(*callee) == "pytest.raises";
}

const python::Expr* value_of(const python::Stmt& stmt) {
  if (const auto* expression = python::as<python::ExpressionStmt>(&stmt)) return expression->value;
  if (const auto* assign = python::as<python::Assign>(&stmt)) return assign->value;
  return nullptr;
}

// Through with statements: what they enter comes before what fails in them.
const python::Expr* last_of(python::Block body) {
  if (body.empty()) return nullptr;
  if (const auto* with = python::as<python::With>(body.back())) return last_of(with->body);
  const python::Expr* value = value_of(*body.back());
  const auto* awaited = python::as<python::Await>(value);
  return awaited == nullptr ? value : awaited->value;
}

}  // namespace

std::unordered_set<const python::Expr*> expected_failures(python::Block body, Evaluator& evaluator,
                                                          const Module& module) {
  std::unordered_set<const python::Expr*> failures;
  for_each_statement(body, [&](const python::Stmt& stmt) {
    const auto* with = python::as<python::With>(&stmt);
    if (with == nullptr) return;
    const bool expects = std::any_of(
        with->items.begin(), with->items.end(),
        [&](const python::WithItem& item) { return expects_exception(*item.context, evaluator, module); });
    const python::Expr* last = expects ? last_of(with->body) : nullptr;
    if (last != nullptr) failures.insert(last);
  });
  return failures;
}

}  // namespace forklint::program
