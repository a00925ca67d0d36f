#include "program/parameter_truth.h"

namespace forklint::program {
namespace {

using python::ExprKind;

// What the value is as a condition; nothing where its own methods decide, or its length.
std::optional<bool> is_true(const Value& value) {
  switch (value.kind) {
    case ValueKind::none:
      return false;
    case ValueKind::boolean:
    case ValueKind::integer:
      return value.integer != 0;
    case ValueKind::positive_integer:
    case ValueKind::function:
    case ValueKind::class_:
      return true;
    case ValueKind::string:
      return !value.text.empty();
    default:
      return std::nullopt;
  }
}

bool is_plain(const Value& value) {
  return value.kind == ValueKind::none || value.kind == ValueKind::boolean ||
         value.kind == ValueKind::integer || value.kind == ValueKind::string;
}

bool equal(const Value& left, const Value& right) {
  const bool numbers = left.kind != ValueKind::none && right.kind != ValueKind::none &&
                       left.kind != ValueKind::string && right.kind != ValueKind::string;
  if (numbers) return left.integer == right.integer;
  return left.kind == right.kind && (left.kind == ValueKind::none || left.text == right.text);
}

bool is_number(const Value& value) {
  return value.kind == ValueKind::integer || value.kind == ValueKind::boolean;
}

bool orders(std::string_view op, std::int64_t left, std::int64_t right) {
  if (op == "<") return left < right;
  if (op == "<=") return left <= right;
  return op == ">" ? left > right : left >= right;
}

template <typename Decide>
std::optional<bool> all_agree(const ValueSet& values, Decide decide) {
  if (values.open() || values.values().empty()) return std::nullopt;
  std::optional<bool> agreed;
  for (const Value& value : values.values()) {
    const std::optional<bool> each = decide(value);
    if (!each || (agreed && *agreed != *each)) return std::nullopt;
    agreed = each;
  }
  return agreed;
}

}  // namespace

std::optional<bool> ParameterTruth::of(const python::Expr& test) {
  if (test.kind == ExprKind::unary) {
    const auto& node = static_cast<const python::Unary&>(test);
    const std::optional<bool> operand = node.op == "not" ? of(*node.operand) : std::nullopt;
    return operand ? std::optional(!*operand) : std::nullopt;
  }
  if (test.kind == ExprKind::bool_op) {
    const auto& node = static_cast<const python::BoolOp&>(test);
    const std::optional<bool> left = of(*node.left);
    const std::optional<bool> right = of(*node.right);
    if (left == !node.is_and || right == !node.is_and) return !node.is_and;
    return left && right ? std::optional(node.is_and) : std::nullopt;
  }
  if (test.kind == ExprKind::compare) return comparison(static_cast<const python::Compare&>(test));
  if (test.kind != ExprKind::name && test.kind != ExprKind::call) return std::nullopt;
  return all_agree(evaluator_.values(test, module_, &frame_), is_true);
}

std::optional<bool> ParameterTruth::comparison(const python::Compare& test) {
  const bool is_asked = test.left->kind == ExprKind::name || test.left->kind == ExprKind::call;
  if (test.rest.size() != 1 || !is_asked) return std::nullopt;
  const std::string_view op = test.rest.front().op;
  const bool is_equality = op == "==" || op == "is";
  if (op == "<" || op == "<=" || op == ">" || op == ">=") return ordering(test);
  if (!is_equality && op != "!=" && op != "is not") return std::nullopt;
  const ValueSet right = evaluator_.values(*test.rest.front().right, module_, &frame_);
  const Value* wanted = right.single();
  if (wanted == nullptr || !is_plain(*wanted)) return std::nullopt;
  return all_agree(evaluator_.values(*test.left, module_, &frame_), [&](const Value& value) {
    // Whatever is known to be a thing of its own is not None.
    const bool can_tell = is_plain(value) || wanted->kind == ValueKind::none;
    return can_tell ? std::optional((is_plain(value) && equal(value, *wanted)) == is_equality) : std::nullopt;
  });
}

std::optional<bool> ParameterTruth::ordering(const python::Compare& test) {
  const ValueSet right = evaluator_.values(*test.rest.front().right, module_, &frame_);
  const Value* limit = right.single();
  if (limit == nullptr || !is_number(*limit)) return std::nullopt;
  const std::string_view op = test.rest.front().op;
  return all_agree(evaluator_.values(*test.left, module_, &frame_), [&](const Value& value) {
    // A number of processors is above 0, which is all that is known of it.
    if (value.kind == ValueKind::positive_integer && op == ">" && limit->integer <= 0)
      return std::optional(true);
    return is_number(value) ? std::optional(orders(op, value.integer, limit->integer)) : std::nullopt;
  });
}

}  // namespace forklint::program
