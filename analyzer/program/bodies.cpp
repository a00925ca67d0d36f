#include "program/bodies.h"

#include <algorithm>

namespace forklint::program {

Bodies::Bodies(Evaluator& evaluator, const ModuleTable& table,
               const std::vector<std::unique_ptr<Module>>& modules)
    : evaluator_(evaluator), table_(table) {
  for (const auto& module : modules) {
    auto& bodies = items_[module.get()];
    for (const python::CallSite& call : module->syntax.calls()) {
      bodies[call.function].push_back({.call = &call, .position = call.call->callee->span.begin});
    }
    // Imports inside functions run when the function does; for the order of settings the module level counts.
    std::vector<BodyItem>& items = bodies[nullptr];
    for (const python::Stmt* import : module->syntax.imports()) {
      const auto after = std::find_if(items.begin(), items.end(), [&](const BodyItem& item) {
        return item.call != nullptr && item.position > import->span.begin;
      });
      items.insert(after, {.import = import, .position = import->span.begin});
    }
  }
}

const std::vector<BodyItem>& Bodies::of(const Module& module, const python::Function* function) const {
  static const std::vector<BodyItem> nothing;
  const auto of_module = items_.find(&module);
  if (of_module == items_.end()) return nothing;
  const auto found = of_module->second.find(function);
  return found == of_module->second.end() ? nothing : found->second;
}

std::vector<const Module*> Bodies::imported_by(const Module& module, const python::Stmt& stmt) const {
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

}  // namespace forklint::program
