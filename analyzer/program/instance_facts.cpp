#include "program/instance_facts.h"

#include <algorithm>
#include <vector>

namespace forklint::program {
namespace {

using python::RegionKind;

// That something is true, is None or is equal to a constant, or that it is not.
struct Fact {
  enum class Kind : std::uint8_t { truth, none, equality };
  Kind kind = Kind::truth;
  const void* subject = nullptr;  // the class whose instance has the attribute, or the binding of a name
  std::string_view attribute;
  std::string_view constant;  // of an equality, as it is written
  bool holds = false;
  // Of a name of a function: on how many calls of the way it depends which of its runs is meant.
  std::size_t level = 0;
};

bool is_settled_by_constructor(const python::Class& class_, std::string_view attribute,
                               const Module& module) {
  const auto& bindings = module.syntax.attribute_bindings();
  return std::all_of(bindings.begin(), bindings.end(), [&](const python::AttributeBinding& binding) {
    const bool is_other = binding.target->name != attribute || binding.function == nullptr ||
                          binding.function->class_ != &class_;
    return is_other || binding.function->name == "__init__";
  });
}

// Whether a value stays as true as it is: a collection can be filled between two questions.
bool stays_as_true(const python::Expr& value) {
  switch (value.kind) {
    case python::ExprKind::constant:
    case python::ExprKind::number:
    case python::ExprKind::string:
    case python::ExprKind::compare:
    case python::ExprKind::bool_op:
      return true;
    case python::ExprKind::unary:
      return static_cast<const python::Unary&>(value).op == "not";
    default:
      return false;
  }
}

bool is_flag_of(const python::Class& class_, std::string_view attribute, const Module& module) {
  bool any = false;
  for (const python::AttributeBinding& binding : module.syntax.attribute_bindings()) {
    if (binding.target->name != attribute || binding.function == nullptr ||
        binding.function->class_ != &class_)
      continue;
    if (binding.value == nullptr || !stays_as_true(*binding.value)) return false;
    any = true;
  }
  return any;
}

// A name that is bound once, outside of loops.
const python::Binding* bound_once(const python::Name& name, const Module& module) {
  const python::Use use = module.syntax.use_of(name);
  const python::Binding* binding = use.bindings.size() == 1 ? use.bindings.front() : nullptr;
  if (binding == nullptr || binding->performed_in == nullptr || is_in_loop(binding->region)) return nullptr;
  if (binding->kind != python::BindingKind::assignment && binding->kind != python::BindingKind::parameter)
    return nullptr;
  const auto found = binding->performed_in->names.find(name.id);
  return found != binding->performed_in->names.end() && found->second.size() == 1 ? binding : nullptr;
}

bool is_flag(const python::Binding& binding) {
  const bool is_parameter = binding.parameter != nullptr;
  const python::Expr* value = is_parameter ? binding.parameter->fallback : binding.value;
  if (value == nullptr || !binding.unpack.empty()) return false;
  if (is_parameter)
    return value->kind == python::ExprKind::constant || value->kind == python::ExprKind::number;
  return stays_as_true(*value) || value->kind == python::ExprKind::attribute;
}

// Facts of the conditions on one way.
class FactFinder {
 public:
  explicit FactFinder(const Path& path) : path_(path) {}

  std::vector<Fact> find() {
    for (level_ = 0; level_ < path_.size(); ++level_) {
      const Step& step = path_[level_];
      for (const python::Region* region = step.item->region; region != nullptr; region = region->outer) {
        const bool if_true = region->kind == RegionKind::if_true;
        if (region->test == nullptr || (!if_true && region->kind != RegionKind::if_false)) continue;
        add(*region->test, if_true, *step.module);
      }
      for (const Exit& exit : step.item->flow.exits) {
        if (exit.is_always_asked) add(*exit.test, !exit.if_true, *step.module);
      }
    }
    return std::move(facts_);
  }

 private:
  // The parts of `a and b` hold each where the whole does.
  void add(const python::Expr& test, bool holds, const Module& module) {
    if (const auto* both = python::as<python::BoolOp>(&test)) {
      if (both->is_and != holds) return;
      add(*both->left, holds, module);
      add(*both->right, holds, module);
      return;
    }
    const auto* unary = python::as<python::Unary>(&test);
    if (unary != nullptr && unary->op == "not") return add(*unary->operand, !holds, module);
    if (const auto* compare = python::as<python::Compare>(&test))
      return add_comparison(*compare, holds, module);
    if (test.kind == python::ExprKind::name || test.kind == python::ExprKind::attribute)
      add_about(test, {.kind = Fact::Kind::truth, .holds = holds}, module);
  }

  void add_comparison(const python::Compare& test, bool holds, const Module& module) {
    if (test.rest.size() != 1) return;
    const std::string_view op = test.rest.front().op;
    const python::Expr& right = *test.rest.front().right;
    const auto* constant = python::as<python::Constant>(&right);
    if (constant != nullptr && constant->value == python::ConstantKind::none) {
      if (op == "is" || op == "is not")
        add_about(*test.left, {.kind = Fact::Kind::none, .holds = (op == "is") == holds}, module);
      return;
    }
    const auto* text = python::as<python::String>(&right);
    const bool is_plain = right.kind == python::ExprKind::number || (text != nullptr && text->exact);
    if (!is_plain || (op != "==" && op != "!=")) return;
    add_about(*test.left,
              {.kind = Fact::Kind::equality,
               .constant = text != nullptr ? text->value : module.syntax.source().text(right.span),
               .holds = (op == "==") == holds},
              module);
  }

  void add_about(const python::Expr& expr, Fact fact, const Module& module) {
    if (const auto* name = python::as<python::Name>(&expr)) {
      const python::Binding* binding = bound_once(*name, module);
      if (binding == nullptr || (fact.kind == Fact::Kind::truth && !is_flag(*binding))) return;
      fact.subject = binding;
      fact.level = binding->performed_in->kind == python::ScopeKind::module ? 0 : level_;
      facts_.push_back(fact);
      return;
    }
    // `self.name` in a method.
    const auto* attribute = python::as<python::Attribute>(&expr);
    const auto* self = attribute == nullptr ? nullptr : python::as<python::Name>(attribute->value);
    if (self == nullptr || fact.kind == Fact::Kind::equality) return;
    const python::Use use = module.syntax.use_of(*self);
    const python::Binding* binding = use.bindings.size() == 1 ? use.bindings.front() : nullptr;
    if (binding == nullptr || binding->parameter == nullptr) return;
    const python::Function* method = binding->performed_in->function;
    if (method->class_ == nullptr || binding->parameter != &method->parameters.front()) return;
    if (!is_settled_by_constructor(*method->class_, attribute->name, module)) return;
    if (fact.kind == Fact::Kind::truth && !is_flag_of(*method->class_, attribute->name, module)) return;
    fact.subject = method->class_;
    fact.attribute = attribute->name;
    facts_.push_back(fact);
  }

  const Path& path_;
  std::size_t level_ = 0;
  std::vector<Fact> facts_;
};

bool contradict(const Fact& one, const Fact& other) {
  if (one.subject != other.subject || one.attribute != other.attribute || one.kind != other.kind)
    return false;
  if (one.kind == Fact::Kind::equality && one.constant != other.constant) return one.holds && other.holds;
  return one.holds != other.holds;
}

}  // namespace

bool exclude_each_other(const Path& one, const Path& other) {
  const std::vector<Fact> facts = FactFinder(one).find();
  if (facts.empty()) return false;
  const std::vector<Fact> others = FactFinder(other).find();
  std::size_t shared = 0;
  while (shared < one.size() && shared < other.size() && one[shared].item == other[shared].item) ++shared;
  return std::any_of(facts.begin(), facts.end(), [&](const Fact& fact) {
    return fact.level <= shared && std::any_of(others.begin(), others.end(), [&](const Fact& each) {
             return each.level <= shared && contradict(fact, each);
           });
  });
}

}  // namespace forklint::program
