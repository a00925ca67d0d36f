#include "program/call_graph.h"

#include <algorithm>

#include "base/lookup.h"
#include "program/body_builder.h"
#include "program/main_guard.h"
#include "program/self_calls.h"

namespace forklint::program {
namespace {

// Whether the site forks on some way to it, as far as its own arguments say.
bool can_fork(const Site* site) {
  const MethodChoice& method = site->method;
  return site->creates != Outcome::no && site->alive != 0 &&
         (method.explicit_fork | method.from_default | method.unknown) != 0;
}

// A context of fork that is made here may be used by whoever is given it.
bool hands_on_context(const Site* site) {
  return !site->api->context_family.empty() &&
         (site->method.explicit_fork | site->method.from_default | site->method.unknown) != 0;
}

// Another name, or a partial: most values are neither, and need not be looked at.
bool may_stand_for_function(const python::Expr* value) {
  if (value == nullptr) return false;
  const auto* call = python::as<python::Call>(value);
  if (call == nullptr)
    return value->kind == python::ExprKind::name || value->kind == python::ExprKind::attribute;
  const auto* name = python::as<python::Name>(call->callee);
  const auto* attribute = python::as<python::Attribute>(call->callee);
  return (name != nullptr && name->id == "partial") || (attribute != nullptr && attribute->name == "partial");
}

}  // namespace

std::string_view file_behind(std::string_view name, const Module& importer, const ModuleTable& table) {
  for (std::size_t dot = name.rfind('.'); dot != std::string_view::npos && dot > 0;
       dot = name.rfind('.', dot - 1)) {
    const std::string_view file = table.resolve(name.substr(0, dot), importer.path());
    if (!file.empty()) return file;
  }
  return {};
}

CallGraph::CallGraph(Evaluator& evaluator, const catalog::Catalog& catalog, const ModuleTable& table,
                     const std::vector<std::unique_ptr<Module>>& modules,
                     const std::vector<std::unique_ptr<Site>>& sites)
    : evaluator_(evaluator), table_(table), wrappers_(evaluator, modules) {
  const SiteRoles roles(sites);
  const SelfCalls self_calls(evaluator, modules);
  std::unordered_set<std::string_view> properties;
  for (const auto& module : modules) {
    for (const python::Function* function : module->syntax.functions()) {
      if (is_property(*function)) properties.insert(function->name);
    }
  }
  for (const auto& module : modules) {
    by_path_.emplace(module->path(), module.get());
    scripts_.emplace(module.get(), script_of(*module));
    BodyBuilder builder(evaluator, catalog, table, roles, wrappers_, self_calls, properties, *module);
    for (auto& [function, items] : builder.build()) {
      for (const BodyItem& item : items) imported_.insert(item.imports.begin(), item.imports.end());
      bodies_.emplace(node_of(*module, function), std::move(items));
    }
  }
  const Callers callers = run_by();
  find_unread(callers, modules);
  keep_what_leads(callers);
}

std::vector<const Module*> CallGraph::packages_around(const Module& module) const {
  std::vector<const Module*> packages;
  for (const std::string_view path : table_.packages_around(module.path())) {
    if (const auto found = by_path_.find(path); found != by_path_.end()) packages.push_back(found->second);
  }
  return packages;
}

CallGraph::Node CallGraph::node_of(const Module& module, const python::Function* function) {
  return function == nullptr ? static_cast<Node>(&module) : function;
}

const std::vector<BodyItem>& CallGraph::body(const Module& module, const python::Function* function) const {
  return value_or_empty(bodies_, node_of(module, function));
}

CallGraph::Node CallGraph::runner_of(Node node, const BodyItem& item) const {
  const auto script = scripts_.find(node);
  return script != scripts_.end() && is_under_main_guard(item.region) ? script->second : node;
}

template <typename Test>
std::vector<CallGraph::Node> CallGraph::nodes_where(Test test) const {
  std::vector<Node> nodes;
  for (const auto& [body, items] : bodies_) {
    for (const BodyItem& item : items) {
      const Node node = test(item) ? runner_of(body, item) : nullptr;
      if (node != nullptr && (nodes.empty() || nodes.back() != node)) nodes.push_back(node);
    }
  }
  return nodes;
}

// Which bodies run a body.
CallGraph::Callers CallGraph::run_by() const {
  Callers callers;
  for (const auto& [body, items] : bodies_) {
    for (const BodyItem& item : items) {
      const Node node = runner_of(body, item);
      item.for_each_target([&](const Evaluator::Target& target) {
        callers[target.function].push_back(node);
        // Whoever runs a decorated function runs its wrapper, which runs it in turn.
        for (const Wrapper& wrapper : wrappers_.of(*target.function)) {
          callers[wrapper.function.function].push_back(target.function);
          callers[target.function].push_back(wrapper.function.function);
        }
      });
      for (const Module* module : item.imports) callers[module].push_back(node);
    }
  }
  return callers;
}

std::unordered_set<CallGraph::Node> CallGraph::closure(std::vector<Node> open, const Callers& callers) {
  std::unordered_set<Node> found(open.begin(), open.end());
  while (!open.empty()) {
    const auto next = callers.find(open.back());
    open.pop_back();
    if (next == callers.end()) continue;
    for (const Node node : next->second) {
      if (found.insert(node).second) open.push_back(node);
    }
  }
  return found;
}

bool CallGraph::leads_in(const Module& module, const std::unordered_set<Node>& leading) {
  const auto& functions = module.syntax.functions();
  return leading.contains(&module) || leading.contains(script_of(module)) ||
         std::any_of(functions.begin(), functions.end(),
                     [&](const python::Function* function) { return leading.contains(function); });
}

// What runs before the module without being named by it: its packages, and of a test its conftest.py.
void CallGraph::add_unread_before(const Module& module, std::vector<UnreadFile>& files) const {
  const auto add = [&](std::string_view file) {
    if (!file.empty() && !by_path_.contains(file)) files.push_back({file, &module, {}});
  };
  for (const std::string_view package : table_.packages_around(module.path())) add(package);
  if (!is_test(module)) return;
  for (const std::string& conftest : conftests_of(module)) add(table_.file_named("/" + conftest, {}));
}

// What the bodies on the way to a fork run, and what that runs.
void CallGraph::add_run_by(const std::unordered_set<Node>& leading, std::vector<UnreadFile>& files) const {
  std::vector<Node> open(leading.begin(), leading.end());
  std::unordered_set<Node> seen = leading;
  const auto visit = [&](Node node) {
    if (seen.insert(node).second) open.push_back(node);
  };
  // A script runs all of its module.
  for (const auto& [module, script] : scripts_) {
    if (leading.contains(script)) visit(module);
  }
  while (!open.empty()) {
    const Node node = open.back();
    open.pop_back();
    const auto found = bodies_.find(node);
    if (found == bodies_.end()) continue;
    for (const BodyItem& item : found->second) {
      const Node runner = runner_of(node, item);
      if (runner != node && !leading.contains(runner)) continue;
      for (const UnreadUse& each : item.unread) files.push_back({each.file, each.used_by, {}});
      item.for_each_target([&](const Evaluator::Target& target) { visit(target.function); });
      for (const Module* module : item.imports) visit(module);
    }
  }
}

// Whoever is given an object that forks, wherever that is, may make it do so.
void CallGraph::add_given(const Methods& leading_methods, const std::unordered_set<Node>& leading,
                          std::vector<UnreadFile>& files) const {
  for (const auto& [node, items] : bodies_) {
    for (const BodyItem& item : items) {
      for (const UnreadUse& each : item.unread) {
        UnreadFile file{each.file, each.used_by, {}};
        const bool is_given_function =
            std::any_of(item.handed.begin(), item.handed.end(),
                        [&](const Evaluator::Target& target) { return leading.contains(target.function); });
        if (is_given_function) file.methods.emplace_back("__call__");
        for (const python::Class* class_ : each.given) {
          const auto methods = leading_methods.find(class_);
          if (methods == leading_methods.end()) continue;
          file.methods.insert(file.methods.end(), methods->second.begin(), methods->second.end());
        }
        for (const Site* site : each.given_sites) {
          if (!can_fork(site)) continue;
          for (const auto& methods : {site->api->created_by, site->api->forks_by})
            file.methods.insert(file.methods.end(), methods.begin(), methods.end());
        }
        if (!file.methods.empty()) files.push_back(std::move(file));
      }
    }
  }
}

// Base classes whose methods may call what leads to a fork, or do something before it.
void CallGraph::add_bases(const Module& module, const Methods& leading_methods,
                          std::vector<UnreadFile>& files) const {
  for (const python::Class* class_ : module.syntax.classes()) {
    const auto methods = leading_methods.find(class_);
    if (methods == leading_methods.end()) continue;
    for (const python::Argument& argument : class_->arguments) {
      if (argument.kind != python::ArgumentKind::positional) continue;
      for (const Value& base : evaluator_.values(*argument.value, module).values()) {
        if (base.kind != ValueKind::external || base.api != nullptr) continue;
        const std::string_view file = file_behind(base.text, module, table_);
        if (!file.empty() && !by_path_.contains(file)) files.push_back({file, &module, methods->second});
      }
    }
  }
}

// `train = functools.partial(run, 4)`, `start = run`: who uses the name runs what it stands for.
void CallGraph::add_leading_values(const Module& module, const std::unordered_set<Node>& leading) {
  for (const auto& [name, bindings] : module.syntax.scope().names) {
    for (const python::Binding* binding : bindings) {
      if (binding->kind != python::BindingKind::assignment || !may_stand_for_function(binding->value))
        continue;
      const ValueSet values = evaluator_.values(*binding->value, module);
      const bool leads = std::any_of(values.values().begin(), values.values().end(), [&](const Value& value) {
        if (value.kind != ValueKind::partial && value.kind != ValueKind::function) return false;
        const std::vector<Evaluator::Target> targets = evaluator_.functions_run_by(value);
        return std::any_of(targets.begin(), targets.end(), [&](const Evaluator::Target& target) {
          return leading.contains(target.function);
        });
      });
      if (leads) unread_.leading.emplace_back(&module, name);
    }
  }
}

void CallGraph::find_unread(const Callers& callers, const std::vector<std::unique_ptr<Module>>& modules) {
  const auto forks = [](const BodyItem& item) {
    return std::any_of(item.forks.begin(), item.forks.end(), can_fork) ||
           std::any_of(item.sites.begin(), item.sites.end(), hands_on_context);
  };
  const std::unordered_set<Node> leading = closure(nodes_where(forks), callers);
  Methods leading_methods;
  for (const auto& module : modules) {
    for (const python::Function* function : module->syntax.functions()) {
      if (!leading.contains(function)) continue;
      if (function->class_ != nullptr) leading_methods[function->class_].push_back(function->name);
      const std::string_view name = function->class_ != nullptr ? function->class_->name : function->name;
      unread_.leading.emplace_back(module.get(), name);
    }
    add_leading_values(*module, leading);
  }
  std::vector<UnreadFile> files;
  add_run_by(leading, files);
  add_given(leading_methods, leading, files);
  for (const auto& module : modules) {
    if (!leads_in(*module, leading)) continue;
    add_unread_before(*module, files);
    add_bases(*module, leading_methods, files);
  }
  std::sort(files.begin(), files.end());
  files.erase(std::unique(files.begin(), files.end()), files.end());
  unread_.files = std::move(files);
}

// Backwards from the sites: what runs something that leads to one leads to it too.
void CallGraph::keep_what_leads(const Callers& callers) {
  leading_ = closure(nodes_where([](const BodyItem& item) { return item.acts(); }), callers);
  ending_ = closure(nodes_where([](const BodyItem& item) { return !item.ends.empty(); }), callers);
  const auto is_dead = [&](const Evaluator::Target& target) { return !leading_.contains(target.function); };
  for (auto& [node, items] : bodies_) {
    for (BodyItem& item : items) {
      for (auto* targets : {&item.runs, &item.enters, &item.leaves, &item.handed, &item.before_forks})
        std::erase_if(*targets, is_dead);
      item.unread.clear();
      std::erase_if(item.imports, [&](const Module* module) { return !leading_.contains(module); });
    }
    std::erase_if(items, [](const BodyItem& item) { return !item.matters(); });
  }
  std::erase_if(bodies_, [](const auto& entry) { return entry.second.empty(); });
}

}  // namespace forklint::program
