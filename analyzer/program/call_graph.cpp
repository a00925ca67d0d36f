#include "program/call_graph.h"

#include <algorithm>

#include "program/body_builder.h"

namespace forklint::program {

CallGraph::CallGraph(Evaluator& evaluator, const catalog::Catalog& catalog, const ModuleTable& table,
                     const std::vector<std::unique_ptr<Module>>& modules,
                     const std::vector<std::unique_ptr<Site>>& sites) {
  const SiteRoles roles(sites);
  for (const auto& module : modules) {
    BodyBuilder builder(evaluator, catalog, table, roles, *module);
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

bool CallGraph::leads(const Module& module, const python::Function* function) const {
  return bodies_.contains(node_of(module, function));
}

// Backwards from the sites: what runs something that leads to one leads to it too.
void CallGraph::keep_what_leads() {
  std::unordered_map<Node, std::vector<Node>> run_by;
  std::unordered_set<Node> leading;
  std::vector<Node> open;
  for (const auto& [node, items] : bodies_) {
    for (const BodyItem& item : items) {
      if (item.acts() && leading.insert(node).second) open.push_back(node);
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
    std::erase_if(items, [](const BodyItem& item) { return !item.matters(); });
  }
  std::erase_if(bodies_, [](const auto& entry) { return entry.second.empty(); });
}

}  // namespace forklint::program
