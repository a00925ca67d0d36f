#include "program/instance_facts.h"

#include <algorithm>
#include <vector>

namespace forklint::program {
namespace {

using python::RegionKind;

struct Fact {
  const python::Class* class_ = nullptr;
  std::string_view attribute;
  bool is_none = false;
};

// `self.name` in a method; null class for anything else.
Fact about(const python::Expr& expr, const Module& module) {
  const auto* attribute = python::as<python::Attribute>(&expr);
  const auto* self = attribute == nullptr ? nullptr : python::as<python::Name>(attribute->value);
  if (self == nullptr) return {};
  const python::Use use = module.syntax.use_of(*self);
  const python::Binding* binding = use.bindings.size() == 1 ? use.bindings.front() : nullptr;
  if (binding == nullptr || binding->parameter == nullptr) return {};
  const python::Function* method = binding->performed_in->function;
  if (method->class_ == nullptr || binding->parameter != &method->parameters.front()) return {};
  return {method->class_, attribute->name, false};
}

bool is_none(const python::Expr* expr) {
  const auto* constant = python::as<python::Constant>(expr);
  return constant != nullptr && constant->value == python::ConstantKind::none;
}

// What holds where the test is as it is said to be; the parts of `a and b` hold each where the whole does.
void add_facts(const python::Expr& test, bool holds, const Module& module, std::vector<Fact>& facts) {
  if (const auto* both = python::as<python::BoolOp>(&test)) {
    if (both->is_and != holds) return;
    add_facts(*both->left, holds, module, facts);
    add_facts(*both->right, holds, module, facts);
    return;
  }
  const auto* compare = python::as<python::Compare>(&test);
  if (compare == nullptr || compare->rest.size() != 1 || !is_none(compare->rest.front().right)) return;
  const std::string_view op = compare->rest.front().op;
  if (op != "is" && op != "is not") return;
  Fact fact = about(*compare->left, module);
  if (fact.class_ == nullptr) return;
  fact.is_none = (op == "is") == holds;
  facts.push_back(fact);
}

bool is_settled_by_constructor(const Fact& fact, const Module& module) {
  const auto& bindings = module.syntax.attribute_bindings();
  return std::all_of(bindings.begin(), bindings.end(), [&](const python::AttributeBinding& binding) {
    const bool is_other = binding.target->name != fact.attribute || binding.function == nullptr ||
                          binding.function->class_ != fact.class_;
    return is_other || binding.function->name == "__init__";
  });
}

std::vector<Fact> facts_on(const Path& path) {
  std::vector<Fact> facts;
  for (const Step& step : path) {
    const std::size_t known = facts.size();
    for (const python::Region* region = step.item->region; region != nullptr; region = region->outer) {
      const bool if_true = region->kind == RegionKind::if_true;
      if (region->test == nullptr || (!if_true && region->kind != RegionKind::if_false)) continue;
      add_facts(*region->test, if_true, *step.module, facts);
    }
    facts.erase(
        std::remove_if(facts.begin() + static_cast<std::ptrdiff_t>(known), facts.end(),
                       [&](const Fact& fact) { return !is_settled_by_constructor(fact, *step.module); }),
        facts.end());
  }
  return facts;
}

}  // namespace

bool exclude_each_other(const Path& one, const Path& other) {
  const std::vector<Fact> facts = facts_on(one);
  if (facts.empty()) return false;
  const std::vector<Fact> others = facts_on(other);
  return std::any_of(facts.begin(), facts.end(), [&](const Fact& fact) {
    return std::any_of(others.begin(), others.end(), [&](const Fact& each) {
      return each.class_ == fact.class_ && each.attribute == fact.attribute && each.is_none != fact.is_none;
    });
  });
}

}  // namespace forklint::program
