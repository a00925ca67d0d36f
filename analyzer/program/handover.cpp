#include "program/handover.h"

#include <algorithm>
#include <ranges>

#include "program/method_choice.h"
#include "python/methods.h"
#include "python/visit.h"

namespace forklint::program {
namespace {

constexpr std::string_view kConstructor = "__init__";
// How many constructors may hand on to each other, and through how many names a value may go.
constexpr std::size_t kMaxSteps = 4;
constexpr unsigned kMaxNames = 3;

struct Step {
  const python::Function* function = nullptr;
  Caller caller;
};

std::vector<std::string_view> deciding_parameters(const catalog::Api& api) {
  std::vector<std::string_view> names;
  for (const catalog::Condition& condition : api.when) names.push_back(condition.parameter);
  for (const catalog::MethodFrom& source : api.start_method) {
    if (source.source == catalog::MethodSource::parameter || source.source == catalog::MethodSource::implied)
      names.push_back(source.name);
  }
  return names;
}

const Value* constructed_by(const ValueSet& callees, Evaluator& evaluator,
                            const python::Function& constructor) {
  for (const Value& callee : callees.values()) {
    if (callee.kind != ValueKind::class_) continue;
    const auto targets = evaluator.functions_run_by(callee);
    if (std::any_of(targets.begin(), targets.end(),
                    [&](const Evaluator::Target& target) { return target.function == &constructor; })) {
      return &callee;
    }
  }
  return nullptr;
}

class Follower {
 public:
  Follower(Evaluator& evaluator, const Site& site) : evaluator_(evaluator), site_(site) {}

  std::vector<Site> follow() {
    follow(*site_.function);
    return std::move(found_);
  }

 private:
  void follow(const python::Function& constructor) {
    const std::vector<Caller>* callers = evaluator_.callers_of(constructor);
    if (callers == nullptr || path_.size() >= kMaxSteps) return;
    for (const Caller& caller : *callers) {
      if (evaluator_.alive(caller.site->region, *caller.module) == 0) continue;
      const ValueSet callees = evaluator_.callees(*caller.site->call, *caller.module);
      path_.push_back({&constructor, caller});
      if (const Value* class_ = constructed_by(callees, evaluator_, constructor); class_ != nullptr) {
        add(*class_);
      } else if (caller.site->function != nullptr && caller.site->function->name == kConstructor) {
        follow(*caller.site->function);
      }
      path_.pop_back();
    }
  }

  void add(const Value& class_) {
    const Caller& outermost = path_.back().caller;
    auto handover = std::make_shared<Handover>(Handover{site_.call->call, site_.module, {}});
    for (const Step& step : path_ | std::views::reverse) {
      const Frame* outer = handover->frames.empty() ? nullptr : handover->frames.back().get();
      handover->frames.push_back(
          std::make_unique<Frame>(evaluator_.frame_of(*step.function, step.caller, outer)));
    }
    Site site = site_;
    site.module = outermost.module;
    site.call = outermost.site;
    site.function = outermost.site->function;
    site.region = outermost.site->region;
    site.subclass = class_.class_;
    site.subclass_module = class_.module;
    site.handover = std::move(handover);
    found_.push_back(std::move(site));
  }

  Evaluator& evaluator_;
  const Site& site_;
  std::vector<Step> path_;
  std::vector<Site> found_;
};

}  // namespace

bool names_parameter(const python::Expr& expr, const Module& module, const python::Function& function,
                     unsigned depth) {
  bool found = false;
  const auto* name = python::as<python::Name>(&expr);
  if (name != nullptr) {
    for (const python::Binding* binding : module.syntax.use_of(*name).bindings) {
      if (binding->performed_in == nullptr || binding->performed_in->function != &function) continue;
      const bool is_self = function.class_ != nullptr && binding->parameter == &function.parameters.front();
      found = found || (binding->kind == python::BindingKind::parameter && !is_self);
      if (binding->kind == python::BindingKind::assignment && depth < kMaxNames) {
        found = found || names_parameter(*binding->value, module, function, depth + 1);
      }
    }
    return found;
  }
  python::for_each_child(expr, [&](const python::Expr& child) {
    found = found || names_parameter(child, module, function, depth);
  });
  return found;
}

bool depends_on_caller(Evaluator& evaluator, const Site& site) {
  if (site.call == nullptr || site.function == nullptr) return false;
  for (const std::string_view parameter : deciding_parameters(*site.api)) {
    const BoundArgument bound = argument_of(evaluator, site, parameter);
    if (bound.supplied == Supplied::no) continue;
    if (bound.written == nullptr) return true;
    if (names_parameter(*bound.written->value, *bound.module, *site.function, 0)) return true;
  }
  return false;
}

bool hazard_depends_on_caller(Evaluator& evaluator, const Site& site) {
  if (site.call == nullptr || site.function == nullptr || site.handover != nullptr) return false;
  const auto& conditions = site.api->hazard_when;
  return std::any_of(conditions.begin(), conditions.end(), [&](const catalog::Condition& condition) {
    const BoundArgument bound = argument_of(evaluator, site, condition.parameter);
    return bound.written != nullptr &&
           names_parameter(*bound.written->value, *bound.module, *site.function, 0);
  });
}

bool names_own_attribute(const python::Expr& expr, const python::Function& function) {
  const auto* attribute = python::as<python::Attribute>(&expr);
  if (attribute != nullptr && function.class_ != nullptr && python::is_self(*attribute->value, function))
    return true;
  const auto* call = python::as<python::Call>(&expr);
  if (call != nullptr && function.class_ != nullptr && !asked_of_self(*call).empty() &&
      python::is_self(*call->arguments.front().value, function))
    return true;
  bool found = false;
  python::for_each_child(
      expr, [&](const python::Expr& child) { found = found || names_own_attribute(child, function); });
  return found;
}

bool depends_on_object(Evaluator& evaluator, const Site& site) {
  if (site.call == nullptr || site.function == nullptr || site.function->class_ == nullptr) return false;
  const auto is_own = [&](std::string_view parameter) {
    const BoundArgument bound = argument_of(evaluator, site, parameter);
    return bound.written != nullptr && bound.module == site.module &&
           names_own_attribute(*bound.written->value, *site.function);
  };
  const std::vector<std::string_view> deciding = deciding_parameters(*site.api);
  const auto& begins = site.api->hazard_when;
  return std::any_of(deciding.begin(), deciding.end(), is_own) ||
         std::any_of(begins.begin(), begins.end(),
                     [&](const catalog::Condition& condition) { return is_own(condition.parameter); });
}

std::vector<Site> constructions_behind(Evaluator& evaluator, const Site& site) {
  const bool is_handed_on =
      site.callee.member == kConstructor && site.function != nullptr && site.function->name == kConstructor;
  if (!is_handed_on || site.handover != nullptr || !depends_on_caller(evaluator, site)) return {};
  return Follower(evaluator, site).follow();
}

}  // namespace forklint::program
