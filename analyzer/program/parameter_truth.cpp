#include "program/parameter_truth.h"

#include <algorithm>

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
  if (const auto* call = python::as<python::Call>(&test); call != nullptr && is_question_of_type(*call))
    return type(*call);
  if (test.kind == ExprKind::compare) return comparison(static_cast<const python::Compare&>(test));
  const std::optional<ValueSet> values = asked(test);
  return values ? all_agree(*values, is_true) : std::nullopt;
}

bool ParameterTruth::is_question_of_type(const python::Call& call) const {
  const auto* callee = python::as<python::Name>(call.callee);
  return callee != nullptr && callee->id == "isinstance" && call.arguments.size() == 2 &&
         module_.syntax.use_of(*callee).bindings.empty();
}

// `isinstance(value, Class)` of objects of the project's own classes.
std::optional<bool> ParameterTruth::type(const python::Call& call) {
  const std::optional<ValueSet> values = asked(*call.arguments.front().value);
  if (!values) return std::nullopt;
  const ValueSet classes = evaluator_.values(*call.arguments.back().value, module_, &frame_);
  const Value* wanted = classes.single();
  if (wanted == nullptr) return std::nullopt;
  return all_agree(*values, [&](const Value& value) { return is_of(value, *wanted); });
}

std::optional<bool> ParameterTruth::is_of(const Value& value, const Value& class_) {
  if (value.kind == ValueKind::none) return false;
  const bool is_own = value.kind == ValueKind::instance && value.class_ != nullptr;
  if (!is_own || class_.kind != ValueKind::class_) return std::nullopt;
  const std::vector<const python::Class*> line = evaluator_.lineage(*value.module, *value.class_);
  if (std::find(line.begin(), line.end(), class_.class_) != line.end()) return true;
  // Of a class whose bases are all known: anything else may be a base of one that is not.
  return evaluator_.knows_bases(*value.module, *value.class_) ? std::optional(false) : std::nullopt;
}

// What can be asked for: a name, what a call gives, and an attribute of an object whose construction is
// known.
std::optional<ValueSet> ParameterTruth::asked(const python::Expr& expr) {
  if (const auto* attribute = python::as<python::Attribute>(&expr))
    return evaluator_.own_attribute(*attribute, module_, &frame_);
  if (const auto* call = python::as<python::Call>(&expr); call != nullptr && !asked_of_self(*call).empty())
    return evaluator_.own_attribute(*call, module_, &frame_);
  if (expr.kind != ExprKind::name && expr.kind != ExprKind::call) return std::nullopt;
  return evaluator_.values(expr, module_, &frame_);
}

std::optional<bool> ParameterTruth::comparison(const python::Compare& test) {
  if (test.rest.size() != 1) return std::nullopt;
  const std::optional<ValueSet> left = asked(*test.left);
  if (!left) return std::nullopt;
  const std::string_view op = test.rest.front().op;
  const bool is_equality = op == "==" || op == "is";
  if (op == "<" || op == "<=" || op == ">" || op == ">=") return ordering(test, *left);
  if (!is_equality && op != "!=" && op != "is not") return std::nullopt;
  const ValueSet right = evaluator_.values(*test.rest.front().right, module_, &frame_);
  const Value* wanted = right.single();
  if (wanted == nullptr || !is_plain(*wanted)) return std::nullopt;
  return all_agree(*left, [&](const Value& value) {
    // Whatever is known to be a thing of its own is not None.
    const bool can_tell = is_plain(value) || wanted->kind == ValueKind::none;
    return can_tell ? std::optional((is_plain(value) && equal(value, *wanted)) == is_equality) : std::nullopt;
  });
}

std::optional<bool> ParameterTruth::ordering(const python::Compare& test, const ValueSet& left) {
  const ValueSet right = evaluator_.values(*test.rest.front().right, module_, &frame_);
  const Value* limit = right.single();
  if (limit == nullptr || !is_number(*limit)) return std::nullopt;
  const std::string_view op = test.rest.front().op;
  return all_agree(left, [&](const Value& value) {
    // A number of processors is above 0, which is all that is known of it.
    if (value.kind == ValueKind::positive_integer && op == ">" && limit->integer <= 0)
      return std::optional(true);
    return is_number(value) ? std::optional(orders(op, value.integer, limit->integer)) : std::nullopt;
  });
}

}  // namespace forklint::program
