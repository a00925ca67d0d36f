// Conditions that platform, Python version, TYPE_CHECKING or the main guard decide; and small arithmetic.
#include <algorithm>
#include <array>
#include <optional>

#include "program/call_evaluator.h"
#include "program/evaluator.h"
#include "program/evaluator_state.h"
#include "program/import_failures.h"

namespace forklint::program {
namespace {

using python::RegionKind;

// sys.platform, os.name and platform.system() as they read on a platform.
std::string_view spelled(std::string_view what, Platform platform) {
  const bool linux_ = platform == Platform::linux_;
  const bool macos = platform == Platform::macos;
  if (what == "sys.platform") return linux_ ? "linux" : macos ? "darwin" : "win32";
  if (what == "os.name") return linux_ || macos ? "posix" : "nt";
  if (what == "platform.system") return linux_ ? "Linux" : macos ? "Darwin" : "Windows";
  return {};
}

bool compares(std::string_view op, std::strong_ordering order) {
  if (op == "==") return order == 0;
  if (op == "!=") return order != 0;
  if (op == "<") return order < 0;
  if (op == "<=") return order <= 0;
  if (op == ">") return order > 0;
  return op == ">=" && order >= 0;
}

bool is_ordering(std::string_view op) {
  return op == "==" || op == "!=" || op == "<" || op == "<=" || op == ">" || op == ">=";
}

std::optional<std::vector<std::int64_t>> integers_of(const python::Expr* expr) {
  const auto* tuple = python::as<python::Sequence>(expr);
  if (tuple == nullptr) return std::nullopt;
  std::vector<std::int64_t> numbers;
  for (const python::Expr* item : tuple->items) {
    const auto* number = python::as<python::Number>(item);
    if (number == nullptr || !number->integer) return std::nullopt;
    numbers.push_back(*number->integer);
  }
  return numbers;
}

constexpr std::string_view kVersion = "sys.version_info";
constexpr std::size_t kVersionParts = 5;

// What of sys.version_info is compared: its first `number` parts, or the part with this number.
struct VersionPart {
  bool is_tuple = true;
  std::size_t number = kVersionParts;
};

// Of `[:2]` and `[0:2]`, the end.
const python::Expr* end_of_prefix(const python::Slice& slice, const SourceFile& source) {
  if (slice.parts.empty() || slice.parts.size() > 2) return nullptr;
  std::uint32_t behind_begin = slice.span.begin;
  if (slice.parts.size() == 2) {
    const auto* begin = python::as<python::Number>(slice.parts.front());
    if (begin == nullptr || begin->integer != 0) return nullptr;
    behind_begin = begin->span.end;
  }
  const python::Expr* end = slice.parts.back();
  return source.text({behind_begin, end->span.begin}) == ":" ? end : nullptr;
}

// Nothing where the index is not written out, or names a part that the minor version does not decide.
std::optional<VersionPart> version_part_at(const python::Expr& index, const Module& module) {
  const auto* slice = python::as<python::Slice>(&index);
  const auto* number =
      python::as<python::Number>(slice == nullptr ? &index : end_of_prefix(*slice, module.syntax.source()));
  if (number == nullptr || !number->integer || *number->integer < 0) return std::nullopt;
  const auto at = static_cast<std::size_t>(*number->integer);
  if (slice != nullptr) return VersionPart{true, std::min(at, kVersionParts)};
  return at <= 1 ? std::optional(VersionPart{false, at}) : std::nullopt;
}

// How the first `parts` of a version may stand to a tuple: the third and those after it are not known.
std::vector<std::strong_ordering> orders(PythonVersion version, std::size_t parts,
                                         const std::vector<std::int64_t>& wanted) {
  using Order = std::strong_ordering;
  const std::array<std::int64_t, 2> known = {version.major, version.minor};
  const std::size_t shared = std::min({known.size(), parts, wanted.size()});
  for (std::size_t i = 0; i < shared; ++i) {
    if (known[i] != wanted[i]) return {known[i] <=> wanted[i]};
  }
  // Of two tuples that begin alike the longer one is the greater.
  if (shared == parts || shared == wanted.size()) return {parts <=> wanted.size()};
  const bool is_first_release = wanted.size() == known.size() + 1 && wanted.back() == 0;
  if (!is_first_release) return {Order::less, Order::equal, Order::greater};
  if (parts == wanted.size()) return {Order::equal, Order::greater};
  return {Order::greater};
}

std::optional<std::int64_t> integer_of(const ValueSet& values) {
  const Value* value = values.single();
  return value != nullptr && value->kind == ValueKind::integer ? std::optional(value->integer) : std::nullopt;
}

}  // namespace

class TruthEvaluator {
 public:
  TruthEvaluator(Evaluator& owner, const Targets& targets, const Module& module, bool is_main)
      : owner_(owner), targets_(targets), module_(module), is_main_(is_main) {}

  Truth of(const python::Expr& test) {
    switch (test.kind) {
      case python::ExprKind::unary: {
        const auto& node = static_cast<const python::Unary&>(test);
        return node.op == "not" ? targets_.negate(of(*node.operand)) : targets_.unknown();
      }
      case python::ExprKind::bool_op: {
        const auto& node = static_cast<const python::BoolOp&>(test);
        const Truth left = of(*node.left);
        const Truth right = of(*node.right);
        return node.is_and ? Truth{left.may & right.may, left.must & right.must}
                           : Truth{left.may | right.may, left.must | right.must};
      }
      case python::ExprKind::compare:
        return comparison(static_cast<const python::Compare&>(test));
      case python::ExprKind::call:
        return call(static_cast<const python::Call&>(test));
      case python::ExprKind::constant: {
        const auto value = static_cast<const python::Constant&>(test).value;
        return targets_.always(value == python::ConstantKind::true_);
      }
      case python::ExprKind::number: {
        const auto& number = static_cast<const python::Number&>(test);
        return number.integer ? targets_.always(*number.integer != 0) : targets_.unknown();
      }
      case python::ExprKind::name:
      case python::ExprKind::attribute:
        return name(test);
      default:
        return targets_.unknown();
    }
  }

 private:
  Truth where(std::string_view what, auto predicate) {
    return exactly(
        targets_.where([&](Platform platform, PythonVersion) { return predicate(spelled(what, platform)); }));
  }
  static Truth exactly(TargetMask mask) { return {mask, mask}; }

  // The external name of the thing, or of the function that is called: "sys.platform", "platform.system".
  // Looks at imports only: conditions are asked for everywhere, and may not lead back to themselves.
  std::string denoted(const python::Expr& expr) const {
    if (const auto* call = python::as<python::Call>(&expr)) return denoted(*call->callee);
    if (const auto* attribute = python::as<python::Attribute>(&expr)) {
      const std::string base = denoted(*attribute->value);
      return base.empty() ? base : base + "." + std::string(attribute->name);
    }
    const auto* name = python::as<python::Name>(&expr);
    if (name == nullptr) return "";
    const python::Use use = module_.syntax.use_of(*name);
    if (use.bindings.empty())
      return name->id == "__name__" ? "__name__" : "builtins." + std::string(name->id);
    const python::Binding& binding = *use.bindings.front();
    if (use.bindings.size() != 1 || binding.import_item == nullptr) return "";
    const python::ImportItem& item = *binding.import_item;
    if (binding.kind == python::BindingKind::import) {
      return std::string(item.alias.empty() ? item.name.substr(0, item.name.find('.')) : item.name);
    }
    if (binding.import_stmt->level != 0) return "";
    return std::string(binding.import_stmt->module) + "." + std::string(item.name);
  }

  Truth name(const python::Expr& test) {
    if (denoted(test) == "typing.TYPE_CHECKING") return targets_.always(false);
    // IS_WINDOWS = sys.platform == "win32", or a flag that is set once and for all.
    const Evaluator::Definition flag = owner_.definition_of(test, module_);
    if (flag.value == nullptr) return targets_.unknown();
    switch (flag.value->kind) {
      case python::ExprKind::compare:
      case python::ExprKind::bool_op:
      case python::ExprKind::unary:
      case python::ExprKind::call:
      case python::ExprKind::constant:
        return owner_.truth(*flag.value, *flag.module, is_main_);
      default:
        return targets_.unknown();
    }
  }

  Truth comparison(const python::Compare& test) {
    if (test.rest.size() != 1) return targets_.unknown();
    const std::string_view op = test.rest.front().op;
    const python::Expr& right = *test.rest.front().right;
    const std::string what = denoted(*test.left);
    if (what == "__name__" && (op == "==" || op == "!=")) {
      const auto* text = python::as<python::String>(&right);
      if (text == nullptr || text->value != "__main__") return targets_.unknown();
      return targets_.always((op == "==") == is_main_);
    }
    if (!spelled(what, Platform::linux_).empty()) return platform(what, op, right);
    return version(*test.left, op, right);
  }

  Truth platform(std::string_view what, std::string_view op, const python::Expr& right) {
    if (op == "in" || op == "not in") {
      const auto* choices = python::as<python::Sequence>(&right);
      if (choices == nullptr) return targets_.unknown();
      const Truth among = where(what, [&](std::string_view here) {
        return std::ranges::any_of(choices->items, [&](const python::Expr* choice) {
          const auto* text = python::as<python::String>(choice);
          return text != nullptr && text->value == here;
        });
      });
      return op == "in" ? among : targets_.negate(among);
    }
    const auto* text = python::as<python::String>(&right);
    if (text == nullptr || (op != "==" && op != "!=")) return targets_.unknown();
    // "linux2" is what Python 2 said.
    const Truth equal = where(what, [&](std::string_view here) {
      return here == text->value || (here == "linux" && text->value == "linux2");
    });
    return op == "==" ? equal : targets_.negate(equal);
  }

  Truth version(const python::Expr& left, std::string_view op, const python::Expr& right) {
    const std::optional<VersionPart> part = is_ordering(op) ? version_part(left) : std::nullopt;
    if (!part) return targets_.unknown();
    if (!part->is_tuple) {
      const std::optional<std::int64_t> wanted = integer_of(owner_.values(right, module_));
      if (!wanted) return targets_.unknown();
      return exactly(targets_.where([&](Platform, PythonVersion version) {
        return compares(op, (part->number == 0 ? version.major : version.minor) <=> *wanted);
      }));
    }
    const std::optional<std::vector<std::int64_t>> wanted = integers_of(&right);
    if (!wanted) return targets_.unknown();
    const auto holds = [&](std::strong_ordering order) { return compares(op, order); };
    return {.may = targets_.where([&](Platform, PythonVersion version) {
              return std::ranges::any_of(orders(version, part->number, *wanted), holds);
            }),
            .must = targets_.where([&](Platform, PythonVersion version) {
              return std::ranges::all_of(orders(version, part->number, *wanted), holds);
            })};
  }

  std::optional<VersionPart> version_part(const python::Expr& expr) const {
    if (const auto* item = python::as<python::Subscript>(&expr)) {
      const bool is_of_version = item->indices.size() == 1 && denoted(*item->value) == kVersion;
      return is_of_version ? version_part_at(*item->indices.front(), module_) : std::nullopt;
    }
    const std::string what = denoted(expr);
    if (what == kVersion) return VersionPart{true, kVersionParts};
    if (what == "sys.version_info.major") return VersionPart{false, 0};
    if (what == "sys.version_info.minor") return VersionPart{false, 1};
    return std::nullopt;
  }

  Truth call(const python::Call& call) {
    if (call.arguments.size() == 1) {
      // sys.platform.startswith("linux")
      const auto* method = python::as<python::Attribute>(call.callee);
      const auto* prefix = python::as<python::String>(call.arguments.front().value);
      if (method != nullptr && prefix != nullptr && method->name == "startswith") {
        const std::string what = denoted(*method->value);
        if (!spelled(what, Platform::linux_).empty()) {
          return where(what, [&](std::string_view here) { return here.starts_with(prefix->value); });
        }
      }
    }
    if (call.arguments.size() == 2 && denoted(*call.callee) == "builtins.hasattr") {
      const auto* name = python::as<python::String>(call.arguments[1].value);
      if (name != nullptr && denoted(*call.arguments[0].value) == "os" &&
          (name->value == "fork" || name->value == "register_at_fork" || name->value == "setsid")) {
        return exactly(
            targets_.where([](Platform platform, PythonVersion) { return platform != Platform::windows; }));
      }
    }
    return targets_.unknown();
  }

  Evaluator& owner_;
  const Targets& targets_;
  const Module& module_;
  bool is_main_;
};

Truth Evaluator::truth(const python::Expr& test, const Module& module, bool is_main) {
  const Opened opened(*state_, &test);
  return opened ? TruthEvaluator(*this, targets_, module, is_main).of(test) : targets_.unknown();
}

TargetMask Evaluator::alive(const python::Region* region, const Module& module, bool is_main) {
  if (region == nullptr) return targets_.all();
  auto& known = state_->alive[is_main ? 1 : 0];
  if (const auto found = known.find(region); found != known.end()) return found->second;
  TargetMask mask = alive(region->outer, module, is_main);
  if (region->test != nullptr && region->kind == RegionKind::if_true) {
    mask &= truth(*region->test, module, is_main).may;
  }
  if (region->test != nullptr && region->kind == RegionKind::if_false) {
    mask &= ~truth(*region->test, module, is_main).must;
  }
  if (is_never_entered(*region)) mask = 0;
  known.emplace(region, mask);
  return mask;
}

ValueSet Evaluator::arithmetic(const python::Expr& expr, const Module& module, const Frame* frame) {
  using python::ExprKind;
  switch (expr.kind) {
    case ExprKind::number: {
      const auto& number = static_cast<const python::Number&>(expr);
      if (!number.integer) return ValueSet::unknown();
      return ValueSet(Value{.kind = ValueKind::integer, .integer = *number.integer});
    }
    case ExprKind::unary: {
      const auto& node = static_cast<const python::Unary&>(expr);
      const std::optional<std::int64_t> operand = integer_of(values(*node.operand, module, frame));
      if (node.op != "-" || !operand) return ValueSet::unknown();
      return ValueSet(Value{.kind = ValueKind::integer, .integer = -*operand});
    }
    case ExprKind::conditional: {
      const auto& node = static_cast<const python::Conditional&>(expr);
      const Verdict verdict = targets_.verdict(truth(*node.test, module, true));
      ValueSet result;
      if (verdict != Verdict::never) result.add(values(*node.body, module, frame));
      if (verdict != Verdict::always) result.add(values(*node.orelse, module, frame));
      return result;
    }
    case ExprKind::bool_op: {
      // `given or fallback`: None gives way, everything else may stay.
      const auto& node = static_cast<const python::BoolOp&>(expr);
      const ValueSet left = values(*node.left, module, frame);
      ValueSet result;
      if (left.open()) result.set_open();
      bool falls_through = left.open();
      for (const Value& value : left.values()) {
        const bool falsy =
            value.kind == ValueKind::none ||
            ((value.kind == ValueKind::boolean || value.kind == ValueKind::integer) && value.integer == 0);
        const bool truthy = value.kind != ValueKind::none && !falsy;
        const bool either = value.kind == ValueKind::number;
        if (either || (node.is_and ? !truthy : !falsy)) result.add(value);
        falls_through = falls_through || either || (node.is_and ? truthy : falsy);
      }
      if (falls_through || left.values().empty()) result.add(values(*node.right, module, frame));
      return result;
    }
    case ExprKind::binary:
      return binary(static_cast<const python::Binary&>(expr), module, frame);
    default:
      return ValueSet::unknown();
  }
}

ValueSet Evaluator::binary(const python::Binary& node, const Module& module, const Frame* frame) {
  const ValueSet left = values(*node.left, module, frame);
  const ValueSet right = values(*node.right, module, frame);
  const std::optional<std::int64_t> a = integer_of(left);
  const std::optional<std::int64_t> b = integer_of(right);
  constexpr std::int64_t kSafe = 1'000'000'000;
  if (a && b && std::abs(*a) < kSafe && std::abs(*b) < kSafe) {
    std::optional<std::int64_t> number;
    if (node.op == "+") number = *a + *b;
    if (node.op == "-") number = *a - *b;
    if (node.op == "*") number = *a * *b;
    if (node.op == "//" && *b > 0 && *a >= 0) number = *a / *b;
    if (number) return ValueSet(Value{.kind = ValueKind::integer, .integer = *number});
  }
  const auto positive = [](const ValueSet& set, const std::optional<std::int64_t>& number) {
    return (number && *number > 0) ||
           (set.single() != nullptr && set.single()->kind == ValueKind::positive_integer);
  };
  // cpu_count() * 2 and cpu_count() + 1 stay positive; cpu_count() // 2 and cpu_count() - 1 may be 0.
  if ((node.op == "*" || node.op == "+") && positive(left, a) && positive(right, b)) {
    return ValueSet(Value{.kind = ValueKind::positive_integer});
  }
  return ValueSet::unknown();
}

}  // namespace forklint::program
