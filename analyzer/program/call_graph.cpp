#include "program/call_graph.h"

#include <algorithm>

#include "program/body_builder.h"

namespace forklint::program {

CallGraph::CallGraph(Evaluator& evaluator, const catalog::Catalog& catalog, const ModuleTable& table,
                     const std::vector<std::unique_ptr<Module>>& modules,
                     const std::vector<std::unique_ptr<Site>>& sites)
    : wrappers_(evaluator, modules) {
  const SiteRoles roles(sites);
  std::unordered_set<std::string_view> properties;
  for (const auto& module : modules) {
    for (const python::Function* function : module->syntax.functions()) {
      if (is_property(*function)) properties.insert(function->name);
    }
  }
  for (const auto& module : modules) {
    BodyBuilder builder(evaluator, catalog, table, roles, wrappers_, properties, *module);
    for (auto& [function, items] : builder.build()) {
      for (const BodyItem& item : items) imported_.insert(item.imports.begin(), item.imports.end());
      bodies_.emplace(node_of(*module, function), std::move(items));
    }
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

// Which bodies run a body.
std::unordered_map<CallGraph::Node, std::vector<CallGraph::Node>> CallGraph::run_by() const {
  std::unordered_map<Node, std::vector<Node>> callers;
  std::unordered_map<Node, std::vector<Node>> wrapped_in;  // decorator -> wrappers that call its argument
  for (const auto& [node, items] : bodies_) {
    for (const BodyItem& item : items) {
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

// Backwards from the sites: what runs something that leads to one leads to it too.
void CallGraph::keep_what_leads() {
  std::vector<Node> open;
  for (const auto& [node, items] : bodies_) {
    const bool acts =
        std::any_of(items.begin(), items.end(), [](const BodyItem& item) { return item.acts(); });
    if (acts && leading_.insert(node).second) open.push_back(node);
  }
  const std::unordered_map<Node, std::vector<Node>> callers = run_by();
  while (!open.empty()) {
    const auto found = callers.find(open.back());
    open.pop_back();
    if (found == callers.end()) continue;
    for (Node node : found->second) {
      if (leading_.insert(node).second) open.push_back(node);
    }
  }
  const auto is_dead = [&](const Evaluator::Target& target) { return !leading_.contains(target.function); };
  for (auto& [node, items] : bodies_) {
    for (BodyItem& item : items) {
      for (auto* targets : {&item.runs, &item.enters, &item.leaves, &item.handed})
        std::erase_if(*targets, is_dead);
      std::erase_if(item.imports, [&](const Module* module) { return !leading_.contains(module); });
    }
    std::erase_if(items, [](const BodyItem& item) { return !item.matters(); });
  }
  std::erase_if(bodies_, [](const auto& entry) { return entry.second.empty(); });
}

}  // namespace forklint::program
