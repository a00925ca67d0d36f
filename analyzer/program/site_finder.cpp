#include "program/site_finder.h"

#include <algorithm>

#include "program/expected_failures.h"
#include "program/handover.h"
#include "program/instance_life.h"
#include "program/method_choice.h"
#include "program/none_replaced.h"
#include "program/patched.h"
#include "program/returns.h"
#include "python/methods.h"

namespace forklint::program {
namespace {

using catalog::Creates;

// Whether the catalog's word on this API matters for any rule.
bool is_relevant(const catalog::Api& api) {
  return api.creates != Creates::nothing || !api.sets_family.empty() || !api.context_family.empty() ||
         !api.pins_family.empty() || !api.primitive_family.empty() || api.hazard != catalog::Hazard::none ||
         !api.start_method.empty();
}

// The call if it stands on one line, else what is called: alerts show only where all their lines changed.
Span one_line(const Module& module, Span whole, Span name) {
  const std::string_view text = module.syntax.source().text(whole);
  return text.find_first_of("\r\n") == std::string_view::npos ? whole : name;
}

// `Base.__init__(self, ...)` passes self by hand, `super().__init__(...)` does not.
bool passes_self(const python::Call& call) {
  const auto* attribute = python::as<python::Attribute>(call.callee);
  if (attribute == nullptr || attribute->name != "__init__") return false;
  return !python::is_super(*attribute->value);
}

bool can_be_called(const Value& value) {
  return !is_scalar(value) && value.kind != ValueKind::sequence && value.kind != ValueKind::dict;
}

// Contexts of one start method and of another, or of the default, for which the module itself stands too:
// what is called forks with some of them only.
bool come_from_several_contexts(const ValueSet& callees) {
  const Value* first = nullptr;
  for (const Value& callee : callees.values()) {
    const bool is_default = callee.kind == ValueKind::external && callee.api != nullptr;
    if ((!callee.of_context && !is_default) || is_replaced_default(callee)) continue;
    if (first == nullptr) first = &callee;
    if (callee.method != first->method || callee.method_unknown != first->method_unknown) return true;
  }
  return false;
}

// Whether a class of the module's own level stands where code can run.
bool can_be_defined(Evaluator& evaluator, const Module& module, const python::Class& class_) {
  const auto found = module.syntax.scope().names.find(class_.name);
  if (found == module.syntax.scope().names.end()) return true;
  const auto& bindings = found->second;
  const auto own = std::find_if(bindings.begin(), bindings.end(),
                                [&](const python::Binding* binding) { return binding->class_ == &class_; });
  return own == bindings.end() || evaluator.alive((*own)->region, module) != 0;
}

// For these the class of the project that derives from it says all: its constructor's arguments decide
// nothing.
bool needs_no_arguments(const catalog::Api& api) {
  const bool is_started = api.creates == Creates::nothing && api.is_class && !api.hazard_by.empty();
  if (is_started) return api.hazard_when.empty();
  return api.when.empty() &&
         (api.creates == Creates::process || (api.creates == Creates::fork && !api.created_by.empty()));
}

}  // namespace

std::unordered_map<const python::Function*, std::vector<Caller>> SiteFinder::callers(
    const std::vector<std::unique_ptr<Module>>& modules) {
  std::unordered_map<const python::Function*, std::vector<Caller>> callers;
  for (const auto& module : modules) {
    for (const python::CallSite& site : module->syntax.calls()) {
      for (const Value& callee : evaluator_.callees(*site.call, *module).values()) {
        // The arguments of a partial are written elsewhere: it says nothing of the parameters.
        if (callee.kind == ValueKind::partial) continue;
        for (const Evaluator::Target& target : evaluator_.functions_run_by(callee)) {
          // A parameter that only its own function passes on to itself says nothing new.
          if (site.function == target.function) continue;
          const bool explicit_self =
              target.skip_first && passes_self(*site.call) && callee.kind == ValueKind::function;
          callers[target.function].push_back(
              {.module = module.get(), .site = &site, .skip_first = target.skip_first && !explicit_self});
        }
      }
    }
  }
  return callers;
}

std::vector<std::unique_ptr<Site>> SiteFinder::find(const std::vector<std::unique_ptr<Module>>& modules,
                                                    const std::vector<Setting>& settings) {
  for (const auto& module : modules) find_in(*module);
  replace_by_constructions();
  for (const auto& site : sites_) finish(*site, settings);
  return std::move(sites_);
}

void SiteFinder::find_in(const Module& module) {
  const std::vector<Span> dead = dead_code(module.syntax);
  for (const python::CallSite& call : module.syntax.calls()) {
    const bool is_dead = std::any_of(dead.begin(), dead.end(), [&](Span span) {
      return span.begin <= call.call->span.begin && call.call->span.end <= span.end;
    });
    if (!is_dead && evaluator_.alive(call.region, module) != 0) find_call(module, call);
  }
  for (const python::Class* class_ : module.syntax.classes()) {
    if (!can_be_defined(evaluator_, module, *class_)) continue;
    find_bases(module, *class_);
    find_decorators(module, class_->decorators, nullptr);
  }
  for (const python::Function* function : module.syntax.functions()) {
    find_decorators(module, function->decorators, function);
    for_each_statement(function->body, [&](const python::Stmt& stmt) { uses_.note_statement(module, stmt); });
  }
  for_each_statement(module.syntax.body(),
                     [&](const python::Stmt& stmt) { uses_.note_statement(module, stmt); });
  uses_.note_attributes(module);
}

void SiteFinder::find_call(const Module& module, const python::CallSite& call) {
  const ValueSet callees = evaluator_.callees(*call.call, module);
  const Certainty certainty = certainty_of(module, *call.call, callees);
  const bool asks_for_fork = std::any_of(
      callees.values().begin(), callees.values().end(),
      [](const Value& callee) { return callee.of_context && callee.method == StartMethod::fork; });
  for (const Value& callee : callees.values()) {
    // `get_context("fork").Process`, or Process where there is no fork.
    if (asks_for_fork && callee.kind == ValueKind::external && !callee.of_context) continue;
    if (is_replaced_default(callee)) continue;
    find_callee(module, call, callee, certainty);
  }
}

const catalog::Api* SiteFinder::api_behind(const Value& callee) {
  if (callee.kind == ValueKind::class_) {
    const std::optional<Value> base = evaluator_.external_base(*callee.module, *callee.class_);
    return base ? base->api : nullptr;
  }
  if (callee.kind != ValueKind::partial) return callee.api;
  const auto& partial = static_cast<const python::Call&>(*callee.expr);
  const ValueSet inner = evaluator_.values(*partial.arguments.front().value, *callee.module);
  const catalog::Api* api = nullptr;
  for (const Value& each : inner.values()) {
    if (each.kind == ValueKind::partial) continue;
    if (each.api == nullptr || (api != nullptr && api->creates != each.api->creates)) return nullptr;
    api = each.api;
  }
  return inner.open() ? nullptr : api;
}

SiteFinder::Certainty SiteFinder::certainty_of(const Module& module, const python::Call& call,
                                               const ValueSet& callees) {
  // Alternatives that all create processes leave no doubt that one is created.
  std::size_t callable = 0;
  std::size_t creating = 0;
  for (const Value& callee : callees.values()) {
    callable += can_be_called(callee);
    const catalog::Api* api = api_behind(callee);
    creating += api != nullptr && api->creates != Creates::nothing;
  }
  bool open = callees.open();
  // None where an import failed: None has no Pool.
  if (const auto* attribute = python::as<python::Attribute>(call.callee); open && attribute != nullptr) {
    const ValueSet objects = evaluator_.values(*attribute->value, module);
    const auto has_members = [](const Value& object) {
      return can_be_called(object) || object.kind == ValueKind::instance;
    };
    const auto count = std::count_if(objects.values().begin(), objects.values().end(), has_members);
    open = objects.open() || static_cast<std::size_t>(count) != callees.values().size();
  }
  const bool certain = !open && (callable == 1 || callable == creating);
  return {.certain = certain,
          .one_of_several = !open && !certain,
          .several_contexts = come_from_several_contexts(callees)};
}

void SiteFinder::find_callee(const Module& module, const python::CallSite& call, const Value& callee,
                             Certainty certainty) {
  Site site{.module = &module,
            .call = &call,
            .function = call.function,
            .region = call.region,
            .callee = callee,
            .certain = certainty.certain,
            .one_of_several = certainty.one_of_several,
            .several_contexts = certainty.several_contexts};
  site.span = one_line(module, call.call->span, call.call->callee->span);
  switch (callee.kind) {
    case ValueKind::external:
      if (callee.api == nullptr) return;
      site.api = callee.api;
      site.name = callee.text;
      site.explicit_self = callee.member == "__init__" && passes_self(*call.call);
      if (callee.member == "__init__" && needs_no_arguments(*callee.api)) return;
      break;
    case ValueKind::class_: {
      const std::optional<Value> base = evaluator_.external_base(*callee.module, *callee.class_);
      if (!base) return;
      // A class with a constructor of its own passes its arguments on there: that call is the site, until it
      // is known to hand on what this one is given.
      const bool constructs = evaluator_.method_of(*callee.module, *callee.class_, "__init__") != nullptr;
      if (constructs && !needs_no_arguments(*base->api)) return;
      site.api = base->api;
      site.name = base->text;
      site.subclass = callee.class_;
      site.subclass_module = callee.module;
      site.callee = *base;
      break;
    }
    case ValueKind::method: {
      uses_.add(callee, {callee.member, &module, call.call->callee->span, nullptr, &call});
      if (callee.api == nullptr || (callee.class_ != nullptr && callee.api->is_class)) return;
      site.api = callee.api;
      site.name = callee.api->name;
      break;
    }
    case ValueKind::partial:
      find_behind_partial(site);
      return;
    case ValueKind::instance:
      uses_.add(callee, {"__call__", &module, call.call->callee->span, nullptr, &call});
      return;
    default:
      return;
  }
  if (!site.api->submits_to.empty()) uses_.note_submission(module, call, *site.api);
  add(std::move(site));
}

void SiteFinder::find_behind_partial(const Site& call) {
  const Module& module = *call.callee.module;
  const auto& partial = static_cast<const python::Call&>(*call.callee.expr);
  for (const Value& inner : evaluator_.values(*partial.arguments.front().value, module).values()) {
    if (inner.kind != ValueKind::external || inner.api == nullptr) continue;
    Site site = call;
    site.api = inner.api;
    site.name = inner.text;
    site.callee = inner;
    site.partial = &partial;
    site.partial_module = &module;
    add(std::move(site));
  }
}

void SiteFinder::replace_by_constructions() {
  std::vector<std::unique_ptr<Site>> constructions;
  std::erase_if(sites_, [&](const std::unique_ptr<Site>& site) {
    if (site->api->creates == Creates::nothing || site->kind != SiteKind::call) return false;
    std::vector<Site> found = constructions_behind(evaluator_, *site);
    for (Site& each : found) {
      const python::Call& call = *each.call->call;
      const Certainty certainty = certainty_of(*each.module, call, evaluator_.callees(call, *each.module));
      each.certain = certainty.certain;
      each.one_of_several = certainty.one_of_several;
      each.several_contexts = certainty.several_contexts;
      each.span = one_line(*each.module, call.span, call.callee->span);
      constructions.push_back(std::make_unique<Site>(std::move(each)));
    }
    return !found.empty();
  });
  std::move(constructions.begin(), constructions.end(), std::back_inserter(sites_));
}

void SiteFinder::find_bases(const Module& module, const python::Class& class_) {
  for (const python::Argument& argument : class_.arguments) {
    if (argument.kind != python::ArgumentKind::positional || argument.value->damaged) continue;
    const ValueSet bases = evaluator_.values(*argument.value, module);
    for (const Value& base : bases.values()) {
      if (base.kind != ValueKind::external || base.api == nullptr) continue;
      if (!base.api->by_subclassing && base.api->creates != Creates::process) continue;
      add({.kind = SiteKind::base,
           .api = base.api,
           .name = base.text,
           .module = &module,
           .span = one_line(module, argument.value->span, argument.value->span),
           .callee = base,
           .subclass = &class_,
           .subclass_module = &module,
           .certain = bases.single() != nullptr});
    }
  }
}

void SiteFinder::find_decorators(const Module& module, python::ExprList decorators,
                                 const python::Function* function) {
  for (const python::Expr* decorator : decorators) {
    if (decorator->damaged || decorator->kind == python::ExprKind::call) continue;
    const ValueSet values = evaluator_.values(*decorator, module);
    for (const Value& value : values.values()) {
      if (value.kind != ValueKind::external || value.api == nullptr || !value.api->as_decorator) continue;
      add({.kind = SiteKind::decorator,
           .api = value.api,
           .name = value.text,
           .module = &module,
           .function = function,
           .span = one_line(module, decorator->span, decorator->span),
           .callee = value,
           .certain = values.single() != nullptr});
    }
  }
}

void SiteFinder::add(Site site) {
  // What is not written in Python is defined by no file of it, the package around it notwithstanding.
  const bool is_own = !site.api->is_native && names_.defines(site.name, *site.module);
  if (!is_relevant(*site.api) || is_own) return;
  site.family = catalog_.family_of(site.name);
  sites_.push_back(std::make_unique<Site>(std::move(site)));
}

void SiteFinder::finish(Site& site, const std::vector<Setting>& settings) {
  site.alive = evaluator_.alive(site.region, *site.module);
  uses_.tell(site);
  judge(site, settings);
  if (site.api->creates == Creates::nothing) return;
  if (is_test(*site.module) && is_only_tried(site)) site.creates = Outcome::no;
  if (!site.api->unless_called.empty()) {
    const auto used = [](std::span<const InstanceUse> uses, std::span<const std::string_view> methods) {
      return std::any_of(uses.begin(), uses.end(), [&](const InstanceUse& use) {
        return std::find(methods.begin(), methods.end(), use.method) != methods.end();
      });
    };
    // What is done with this very instance outweighs what is done with others of its class.
    const std::span<const InstanceUse> own = uses_.of(site.call == nullptr ? nullptr : site.call->call);
    const bool is_other = used(own, site.api->unless_called) && !used(own, site.api->created_by);
    if (!is_other && used(site.uses, site.api->created_by)) return;
    site.creates =
        used(site.uses, site.api->unless_called) ? Outcome::no : std::min(site.creates, Outcome::unknown);
  } else if (site.must_be_used() && uses_.is_unused(site)) {
    site.creates = Outcome::no;
  }
}

// What a test replaces by a mock, what it expects to fail, and a loader of which it only asks the length.
bool SiteFinder::is_only_tried(const Site& site) {
  if (is_mocked(evaluator_, site)) return true;
  if (site.kind != SiteKind::call || site.function == nullptr) return false;
  if (site.api->creates == Creates::dataloader && site.api->is_class && uses_.is_unused(site)) return true;
  return expected_failures(site.function->body, evaluator_, *site.module).contains(site.call->call);
}

// Each caller of the function around the site is judged by itself: what one leaves out and what another
// passes never meet.
void SiteFinder::judge(Site& site, const std::vector<Setting>& settings) {
  constexpr std::size_t kMaxCallers = 64;
  const std::vector<Caller>* callers =
      site.kind == SiteKind::call && site.function != nullptr && site.handover == nullptr
          ? evaluator_.callers_of(*site.function)
          : nullptr;
  const bool one_by_one = callers != nullptr && callers->size() <= kMaxCallers &&
                          site.api->creates != Creates::nothing && depends_on_caller(evaluator_, site);
  if (!one_by_one) {
    judge_as(site, settings, nullptr);
    return;
  }
  Site whole = site;
  for (const Caller& caller : *callers) {
    const Frame frame = evaluator_.frame_of(*site.function, caller);
    judge_as(site, settings, &frame);
    whole.method.family = site.method.family;
    if (site.creates == Outcome::no) continue;
    if (site.creates > whole.creates) whole.unknown_condition = site.unknown_condition;
    whole.creates = std::max(whole.creates, site.creates);
    whole.method.add(site.method);
  }
  site = std::move(whole);
}

void SiteFinder::judge_as(Site& site, const std::vector<Setting>& settings, const Frame* frame) {
  if (site.api->creates != Creates::nothing) {
    site.creates = conditions_hold(evaluator_, site, site.api->when, frame);
    site.unknown_condition = site.creates == Outcome::unknown
                                 ? unknown_condition(evaluator_, site, site.api->when, frame)
                                 : std::string_view{};
  }
  site.method = method_choice(evaluator_, catalog_, targets_, settings, site, frame);
}

}  // namespace forklint::program
