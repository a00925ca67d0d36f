#include "program/site_finder.h"

#include <algorithm>

#include "program/method_choice.h"
#include "program/returns.h"
#include "python/visit.h"

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
  const auto* inner = python::as<python::Call>(attribute->value);
  const auto* name = inner == nullptr ? nullptr : python::as<python::Name>(inner->callee);
  return name == nullptr || name->id != "super";
}

bool can_be_called(const Value& value) {
  switch (value.kind) {
    case ValueKind::none:
    case ValueKind::boolean:
    case ValueKind::integer:
    case ValueKind::positive_integer:
    case ValueKind::string:
    case ValueKind::sequence:
    case ValueKind::dict:
      return false;
    default:
      return true;
  }
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
  for (const auto& site : sites_) finish(*site, settings);
  return std::move(sites_);
}

void SiteFinder::find_in(const Module& module) {
  for (const python::CallSite& call : module.syntax.calls()) {
    if (evaluator_.alive(call.region, module) != 0) find_call(module, call);
  }
  for (const python::Class* class_ : module.syntax.classes()) {
    find_bases(module, *class_);
    find_decorators(module, class_->decorators, nullptr);
  }
  for (const python::Function* function : module.syntax.functions()) {
    find_decorators(module, function->decorators, function);
    for_each_statement(function->body, [&](const python::Stmt& stmt) { note_statement(module, stmt); });
  }
  for_each_statement(module.syntax.body(), [&](const python::Stmt& stmt) { note_statement(module, stmt); });
  for (const python::AttributeBinding& binding : module.syntax.attribute_bindings()) {
    if (binding.value == nullptr) continue;
    for (const Value& object : evaluator_.values(*binding.target->value, module).values()) {
      if (object.kind != ValueKind::instance || object.expr == nullptr) continue;
      uses_of_expr_[object.expr].push_back(
          {binding.target->name, &module, binding.target->name_span, binding.value});
    }
  }
}

void SiteFinder::find_call(const Module& module, const python::CallSite& call) {
  const ValueSet callees = evaluator_.callees(*call.call, module);
  // Alternatives that all create processes leave no doubt that one is created.
  std::size_t callable = 0;
  std::size_t creating = 0;
  for (const Value& callee : callees.values()) {
    callable += can_be_called(callee);
    creating += callee.api != nullptr && callee.api->creates != Creates::nothing;
  }
  const bool certain = !callees.open() && (callable == 1 || callable == creating);
  for (const Value& callee : callees.values()) find_callee(module, call, callee, certain);
}

void SiteFinder::find_callee(const Module& module, const python::CallSite& call, const Value& callee,
                             bool certain) {
  Site site{.module = &module,
            .call = &call,
            .function = call.function,
            .region = call.region,
            .callee = callee,
            .certain = certain};
  site.span = one_line(module, call.call->span, call.call->callee->span);
  switch (callee.kind) {
    case ValueKind::external:
      if (callee.api == nullptr) return;
      site.api = callee.api;
      site.name = callee.text;
      site.explicit_self = callee.member == "__init__" && passes_self(*call.call);
      if (callee.member == "__init__" && callee.api->creates == Creates::process) return;
      break;
    case ValueKind::class_: {
      const std::optional<Value> base = evaluator_.external_base(*callee.module, *callee.class_);
      if (!base) return;
      // A class with a constructor of its own passes its arguments on there: for all but processes, which
      // need none, that call is the site.
      const bool constructs = evaluator_.method_of(*callee.module, *callee.class_, "__init__") != nullptr;
      if (constructs && base->api->creates != Creates::process) return;
      site.api = base->api;
      site.name = base->text;
      site.subclass = callee.class_;
      site.subclass_module = callee.module;
      site.callee = *base;
      break;
    }
    case ValueKind::method: {
      use(callee, callee.member, module, call.call->callee->span, &call);
      if (callee.api == nullptr || callee.class_ != nullptr) return;
      site.api = callee.api;
      site.name = callee.api->name;
      break;
    }
    case ValueKind::partial: {
      const auto& partial = static_cast<const python::Call&>(*callee.expr);
      for (const Value& inner :
           evaluator_.values(*partial.arguments.front().value, *callee.module).values()) {
        if (inner.kind != ValueKind::external || inner.api == nullptr) continue;
        Site through = site;
        through.api = inner.api;
        through.name = inner.text;
        through.callee = inner;
        through.partial = &partial;
        add(std::move(through));
      }
      return;
    }
    default:
      return;
  }
  add(std::move(site));
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

void SiteFinder::note_statement(const Module& module, const python::Stmt& stmt) {
  if (const auto* expression = python::as<python::ExpressionStmt>(&stmt))
    statements_.insert(expression->value);
  if (const auto* with = python::as<python::With>(&stmt)) {
    for (const python::WithItem& item : with->items) {
      for (const Value& value : evaluator_.values(*item.context, module).values()) {
        use(value, "__enter__", module, item.context->span);
      }
    }
  }
  if (const auto* loop = python::as<python::For>(&stmt)) {
    for (const Value& value : evaluator_.values(*loop->iterable, module).values()) {
      use(value, "__iter__", module, loop->iterable->span);
    }
  }
}

void SiteFinder::use(const Value& instance, std::string_view method, const Module& module, Span span,
                     const python::CallSite* call) {
  if (instance.kind != ValueKind::instance && instance.kind != ValueKind::method) return;
  const InstanceUse use{method, &module, span, nullptr, call};
  if (instance.expr != nullptr) uses_of_expr_[instance.expr].push_back(use);
  if (instance.class_ != nullptr) uses_of_class_[instance.class_].push_back(use);
}

void SiteFinder::add(Site site) {
  if (!is_relevant(*site.api)) return;
  site.family = catalog_.family_of(site.name);
  sites_.push_back(std::make_unique<Site>(std::move(site)));
}

bool SiteFinder::is_only_constructed(const Site& site) const {
  if (site.result_unused) return true;
  if (std::any_of(site.uses.begin(), site.uses.end(),
                  [&](const InstanceUse& use) { return site.is_creating(use); })) {
    return false;
  }
  const python::Block body = site.function == nullptr ? site.module->syntax.body() : site.function->body;
  const python::Name* name = nullptr;
  for_each_statement(body, [&](const python::Stmt& stmt) {
    const auto* assign = python::as<python::Assign>(&stmt);
    if (assign == nullptr || assign->value != site.call->call || assign->targets.size() != 1) return;
    name = python::as<python::Name>(assign->targets.front());
  });
  if (name == nullptr) return false;
  // Anything but `name.attribute` lets the process out of sight. The assignment itself is the one plain use.
  std::size_t plain_uses = 0;
  bool nested = false;
  const python::ExprVisitor visit = [&](const python::Expr& expr) {
    const auto* attribute = python::as<python::Attribute>(&expr);
    if (attribute != nullptr && attribute->value->kind == python::ExprKind::name) return;
    const auto* plain = python::as<python::Name>(&expr);
    plain_uses += plain != nullptr && plain->id == name->id;
    nested = nested || expr.kind == python::ExprKind::lambda;
    python::for_each_child(expr, visit);
  };
  for_each_statement(body, [&](const python::Stmt& stmt) {
    python::for_each_expression(stmt, visit);
    nested = nested || (site.function != nullptr && stmt.kind == python::StmtKind::function);
  });
  return plain_uses == 1 && !nested;
}

void SiteFinder::finish(Site& site, const std::vector<Setting>& settings) {
  site.alive = evaluator_.alive(site.region, *site.module);
  if (site.kind == SiteKind::call) {
    site.result_unused = statements_.contains(site.call->call);
    if (const auto found = uses_of_expr_.find(site.call->call); found != uses_of_expr_.end()) {
      site.uses = found->second;
    }
  }
  if (site.subclass != nullptr) {
    if (const auto found = uses_of_class_.find(site.subclass); found != uses_of_class_.end()) {
      site.uses.insert(site.uses.end(), found->second.begin(), found->second.end());
    }
  }
  if (site.api->creates != Creates::nothing) {
    site.creates = conditions_hold(evaluator_, site, site.api->when);
    const auto used = [&](std::span<const std::string_view> methods) {
      return std::any_of(site.uses.begin(), site.uses.end(), [&](const InstanceUse& use) {
        return std::find(methods.begin(), methods.end(), use.method) != methods.end();
      });
    };
    if (site.kind == SiteKind::call && site.decides_when_started() && is_only_constructed(site)) {
      site.creates = Outcome::no;
    }
    if (!site.api->unless_called.empty() && !used(site.api->created_by)) {
      site.creates = used(site.api->unless_called) ? Outcome::no : std::min(site.creates, Outcome::unknown);
    }
  }
  site.method = method_choice(evaluator_, catalog_, targets_, settings, site);
}

}  // namespace forklint::program
