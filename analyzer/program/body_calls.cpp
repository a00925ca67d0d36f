#include <algorithm>

#include "program/body_builder.h"
#include "program/keepers.h"
#include "program/returns.h"

namespace forklint::program {
namespace {

using catalog::Creates;

// What a thread or process class runs when it is started.
constexpr std::string_view kRunMethod = "run";

// Data is what most arguments are.
bool can_hold_function(const python::Expr& expr, const Module& module) {
  switch (expr.kind) {
    case python::ExprKind::name:
      return !module.syntax.use_of(static_cast<const python::Name&>(expr)).bindings.empty();
    case python::ExprKind::attribute:
    case python::ExprKind::lambda:
    case python::ExprKind::call:
      return true;
    default:
      return false;
  }
}

bool is_callable(const Value& value) {
  return value.kind == ValueKind::function || value.kind == ValueKind::method ||
         value.kind == ValueKind::partial;
}

// What is called, by its name in a library; empty where it is not known or not one thing.
std::string names_external(const python::Call& call, Evaluator& evaluator, const Module& module) {
  const ValueSet callees = evaluator.values(*call.callee, module);
  const Value* callee = callees.single();
  return callee == nullptr ? std::string() : std::string(external_name(*callee));
}

bool is_iter(const python::Call& call, const Module& module) {
  const auto* callee = python::as<python::Name>(call.callee);
  return callee != nullptr && callee->id == "iter" && module.syntax.use_of(*callee).bindings.empty();
}

}  // namespace

void BodyBuilder::add_call(const python::CallSite& call) {
  BodyItem item{.region = call.region,
                .span = call.call->span,
                .position = call.call->callee->span.begin,
                .call = &call};
  bool creates = false;
  const std::vector<const Site*>& made = roles_.made_by(*call.call);
  const bool later =
      std::any_of(made.begin(), made.end(), [&](const Site* site) { return roles_.runs_later(*site); });
  for (const SiteRole& role : roles_.at(call)) {
    apply(role, item, &call);
    const auto* method = python::as<python::Attribute>(call.call->callee);
    if (role.site->call != &call && method != nullptr) item.subjects.emplace_back(role.site, method->value);
    creates = creates || role.site->api->creates != Creates::nothing;
  }
  add_properties(*call.call->callee, item);
  for (const python::Argument& argument : call.call->arguments) add_properties(*argument.value, item);
  item.runs_wrapped = wrappers_.decorator_behind(call, module_);
  bool own = false;
  const ValueSet callees = evaluator_.callees(*call.call, module_);
  for (const Value& callee : callees.values()) {
    if (callee.kind == ValueKind::external) {
      for (const Site* site : roles_.ended_by(callee.text)) item.ends.emplace_back(site, EndKind::sure);
      if (callee.api == nullptr) add_unread(callee.text, *call.call, item);
    }
    own = own || callee.function != nullptr || (callee.class_ != nullptr && callee.api == nullptr);
    for (const Evaluator::Target& target : evaluator_.functions_run_by(callee)) {
      // Calling a context manager's generator runs nothing yet.
      if (target.function == nullptr || is_context_manager(*target.function)) continue;
      item.runs.push_back(target);
      if (callee.kind != ValueKind::class_) continue;
      item.runs.back().self = Evaluator::Target::Self::of_class;
      item.runs.back().self_class = callee.class_;
      item.runs.back().self_module = callee.module;
    }
    add_started(callee, call, item);
    if (callee.kind != ValueKind::method || callee.expr == nullptr) continue;
    for (const Site* site : roles_.made_by(*callee.expr)) {
      if (site->api->creates != Creates::nothing) item.workers.push_back(site);
    }
  }
  self_calls_.complete(call, module_, item.runs);
  // What is handed to code that is not ours may be called by it, in a child where the API says so.
  if ((!own || creates) && !later && !only_keeps(*call.call, evaluator_, module_))
    add_handed(*call.call, module_, item);
  add_before_forks(*call.call, item);
  for (const Site* thread : queue_waits_.ended_by(call)) item.ends.emplace_back(thread, EndKind::sure);
  if (item.matters()) calls_[call.function].push_back(std::move(item));
}

void BodyBuilder::add_before_forks(const python::Call& call, BodyItem& item) const {
  const auto* attribute = python::as<python::Attribute>(call.callee);
  const auto* name = python::as<python::Name>(call.callee);
  const std::string_view word = attribute != nullptr ? attribute->name
                                : name != nullptr    ? name->id
                                                     : std::string_view{};
  if (word != "register_at_fork" || names_external(call, evaluator_, module_) != "os.register_at_fork")
    return;
  for (const python::Argument& argument : call.arguments) {
    if (argument.name != "before") continue;
    const ValueSet values = evaluator_.values(*argument.value, module_);
    for (const Value& value : values.values()) {
      for (const Evaluator::Target& target : evaluator_.functions_run_by(value)) {
        if (target.function != nullptr) item.before_forks.push_back(target);
      }
    }
  }
}

// The file of the project that a name leads into, if it is not parsed.
void BodyBuilder::add_unread(std::string_view name, const python::Call& call, BodyItem& item) const {
  const std::string_view file = file_behind(name, module_, table_);
  if (file.empty() || evaluator_.module_at(file) != nullptr) return;
  UnreadUse use{.file = file, .used_by = &module_};
  for (const python::Argument& argument : call.arguments) {
    for (const Value& value : evaluator_.values(*argument.value, module_).values()) {
      if (value.kind != ValueKind::instance) continue;
      if (value.class_ != nullptr) use.given.push_back(value.class_);
      if (value.expr == nullptr) continue;
      for (const Site* site : roles_.made_by(*value.expr)) {
        if (site->api->creates != Creates::nothing) use.given_sites.push_back(site);
      }
    }
  }
  item.unread.push_back(std::move(use));
}

// What reading `self.pool` runs, on the way to `self.pool.map`.
void BodyBuilder::add_properties(const python::Expr& expr, BodyItem& item) {
  const auto* attribute = python::as<python::Attribute>(&expr);
  for (; attribute != nullptr; attribute = python::as<python::Attribute>(attribute->value)) {
    if (!properties_.contains(attribute->name)) continue;
    const ValueSet objects = evaluator_.values(*attribute->value, module_);
    for (const Value& object : objects.values()) {
      if (object.kind != ValueKind::instance || object.class_ == nullptr) continue;
      const Module* found_in = object.module;
      const python::Function* method =
          evaluator_.method_of(*object.module, *object.class_, attribute->name, &found_in);
      if (method != nullptr && is_property(*method)) item.runs.push_back({found_in, method, true});
    }
  }
}

void BodyBuilder::add_handed(const python::Call& call, const Module& module, BodyItem& item) {
  const std::size_t known = item.handed.size();
  const bool is_loop = looped_over_.contains(&call);
  for (const python::Argument& argument : call.arguments) {
    if (!can_hold_function(*argument.value, module)) continue;
    const ValueSet values = evaluator_.values(*argument.value, module);
    for (const Value& value : values.values()) {
      // iter(loader), trainer.fit(model, loader): whoever is given it will run over it.
      if (value.kind == ValueKind::instance && value.expr != nullptr && !is_loop && &module == &module_) {
        for (const SiteRole& role : roles_.of_method(*value.expr, "__iter__")) {
          // Of `next(iter(loader))` nothing is left.
          const bool begins = role.role == Role::starts && kept_.contains(&call) && is_iter(call, module);
          if (role.role != Role::forks && !begins) continue;
          apply(role, item, nullptr);
          item.subjects.emplace_back(role.site, argument.value);
        }
      }
      if (!is_callable(value)) continue;
      for (const Evaluator::Target& target : evaluator_.functions_run_by(value)) {
        if (target.function != nullptr) item.handed.push_back(target);
      }
    }
  }
  if (item.handed.size() == known) return;
  // Builtins come back when what they were given has run; of other code that is not ours nothing is known.
  const std::string name = names_external(call, evaluator_, module);
  item.runs_handed = name.starts_with("builtins.") || name == "functools.reduce";
}

void BodyBuilder::add_started(const Value& callee, const python::CallSite& call, BodyItem& item) {
  if (callee.kind != ValueKind::method) return;
  for (const SiteRole& role : roles_.at(call)) {
    const Site& site = *role.site;
    if (site.call == &call || !roles_.runs_later(site)) continue;
    if (role.role != Role::forks && role.role != Role::starts) continue;
    add_handed(*site.call->call, *site.module, item);
    if (site.subclass == nullptr) continue;
    const Module* found_in = site.subclass_module;
    const python::Function* run =
        evaluator_.method_of(*site.subclass_module, *site.subclass, kRunMethod, &found_in);
    if (run == nullptr) continue;
    item.handed.push_back(
        {found_in, run, true, Evaluator::Target::Self::of_class, site.subclass, site.subclass_module});
  }
}

}  // namespace forklint::program
