#include "program/call_graph.h"

#include <algorithm>

namespace forklint::program {
namespace {

using catalog::Creates;

bool can_hold_function(const python::Expr& expr) {
  switch (expr.kind) {
    case python::ExprKind::name:
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

}  // namespace

CallGraph::CallGraph(Evaluator& evaluator, const ModuleTable& table,
                     const std::vector<std::unique_ptr<Module>>& modules,
                     const std::vector<std::unique_ptr<Site>>& sites)
    : evaluator_(evaluator), table_(table) {
  place_sites(sites);
  for (const auto& module : modules) {
    add_calls(*module);
    add_imports(*module);
  }
  keep_what_leads();
}

CallGraph::Node CallGraph::node_of(const Module& module, const python::Function* function) {
  return function == nullptr ? static_cast<Node>(&module) : function;
}

const std::vector<BodyItem>& CallGraph::body(const Module& module, const python::Function* function) const {
  static const std::vector<BodyItem> nothing;
  const auto found = bodies_.find(node_of(module, function));
  return found == bodies_.end() ? nothing : found->second;
}

bool CallGraph::leads(const Module& module, const python::Function* function) const {
  return bodies_.contains(node_of(module, function));
}

// A process that is made here and started there takes effect there.
void CallGraph::place_sites(const std::vector<std::unique_ptr<Site>>& sites) {
  for (const auto& site : sites) {
    if (site->call == nullptr) continue;
    bool started_elsewhere = false;
    if (site->decides_when_started()) {
      for (const InstanceUse& use : site->uses) {
        if (use.call == nullptr || !site->is_creating(use)) continue;
        sites_of_call_[use.call].push_back(site.get());
        started_elsewhere = true;
      }
    }
    if (!started_elsewhere) sites_of_call_[site->call].push_back(site.get());
  }
}

void CallGraph::add_calls(const Module& module) {
  for (const python::CallSite& call : module.syntax.calls()) {
    BodyItem item{.call = &call, .position = call.call->callee->span.begin};
    bool creates = false;
    if (const auto found = sites_of_call_.find(&call); found != sites_of_call_.end()) {
      item.sites = found->second;
      creates = std::any_of(item.sites.begin(), item.sites.end(),
                            [](const Site* site) { return site->api->creates != Creates::nothing; });
    }
    bool own = false;
    const ValueSet callees = evaluator_.callees(*call.call, module);
    for (const Value& callee : callees.values()) {
      own = own || callee.function != nullptr || callee.class_ != nullptr;
      for (const Evaluator::Target& target : evaluator_.functions_run_by(callee)) {
        if (target.function != nullptr) item.runs.push_back(target);
      }
    }
    // What is handed to code that is not ours may be called by it, in a child where the API says so.
    if (!own || creates) add_handed(module, *call.call, item);
    if (item.sites.empty() && item.runs.empty() && item.handed.empty()) continue;
    bodies_[node_of(module, call.function)].push_back(std::move(item));
  }
}

void CallGraph::add_handed(const Module& module, const python::Call& call, BodyItem& item) {
  for (const python::Argument& argument : call.arguments) {
    if (!can_hold_function(*argument.value)) continue;
    const ValueSet values = evaluator_.values(*argument.value, module);
    for (const Value& value : values.values()) {
      if (!is_callable(value)) continue;
      for (const Evaluator::Target& target : evaluator_.functions_run_by(value)) {
        if (target.function != nullptr) item.handed.push_back(target);
      }
    }
  }
}

// Imports inside functions run when the function does; for the order of settings the module level counts.
void CallGraph::add_imports(const Module& module) {
  std::vector<BodyItem> imports;
  for (const python::Stmt* import : module.syntax.imports()) {
    BodyItem item{.import = import, .imports = imported_by(module, *import), .position = import->span.begin};
    if (item.imports.empty()) continue;
    imported_.insert(item.imports.begin(), item.imports.end());
    imports.push_back(std::move(item));
  }
  if (imports.empty()) return;
  std::vector<BodyItem>& items = bodies_[node_of(module, nullptr)];
  const auto middle = items.insert(items.end(), std::make_move_iterator(imports.begin()),
                                   std::make_move_iterator(imports.end()));
  // Calls stay in the order in which they run; an import comes before the first call that stands after it.
  std::vector<BodyItem> merged;
  merged.reserve(items.size());
  auto import = middle;
  for (auto call = items.begin(); call != middle; ++call) {
    while (import != items.end() && import->position < call->position) merged.push_back(std::move(*import++));
    merged.push_back(std::move(*call));
  }
  merged.insert(merged.end(), std::make_move_iterator(import), std::make_move_iterator(items.end()));
  items = std::move(merged);
}

std::vector<const Module*> CallGraph::imported_by(const Module& module, const python::Stmt& stmt) const {
  std::vector<const Module*> targets;
  const auto add = [&](std::string_view file) {
    if (const Module* target = evaluator_.module_at(file); target != nullptr) targets.push_back(target);
  };
  if (const auto* import = python::as<python::Import>(&stmt)) {
    for (const python::ImportItem& item : import->items) add(table_.resolve(item.name, module.path()));
  }
  const auto* from = python::as<python::ImportFrom>(&stmt);
  if (from == nullptr) return targets;
  const auto resolve = [&](const std::string& name) {
    return from->level == 0 ? table_.resolve(name, module.path())
                            : table_.resolve_relative(from->level, name, module.path());
  };
  const std::string base(from->module);
  add(resolve(base));
  for (const python::ImportItem& item : from->items) {
    add(resolve(base.empty() ? std::string(item.name) : base + "." + std::string(item.name)));
  }
  return targets;
}

// Backwards from the sites: what runs something that leads to one leads to it too.
void CallGraph::keep_what_leads() {
  std::unordered_map<Node, std::vector<Node>> run_by;
  std::unordered_set<Node> leading;
  std::vector<Node> open;
  for (const auto& [node, items] : bodies_) {
    for (const BodyItem& item : items) {
      if (!item.sites.empty() && leading.insert(node).second) open.push_back(node);
      for (const auto* targets : {&item.runs, &item.handed}) {
        for (const Evaluator::Target& target : *targets) run_by[target.function].push_back(node);
      }
      for (const Module* module : item.imports) run_by[module].push_back(node);
    }
  }
  while (!open.empty()) {
    const auto found = run_by.find(open.back());
    open.pop_back();
    if (found == run_by.end()) continue;
    for (Node node : found->second) {
      if (leading.insert(node).second) open.push_back(node);
    }
  }
  const auto is_dead = [&](const Evaluator::Target& target) { return !leading.contains(target.function); };
  for (auto& [node, items] : bodies_) {
    for (BodyItem& item : items) {
      std::erase_if(item.runs, is_dead);
      std::erase_if(item.handed, is_dead);
      std::erase_if(item.imports, [&](const Module* module) { return !leading.contains(module); });
    }
    std::erase_if(items, [](const BodyItem& item) {
      return item.sites.empty() && item.runs.empty() && item.handed.empty() && item.imports.empty();
    });
  }
  std::erase_if(bodies_, [](const auto& entry) { return entry.second.empty(); });
}

}  // namespace forklint::program
