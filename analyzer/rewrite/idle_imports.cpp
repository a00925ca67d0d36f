#include "rewrite/idle_imports.h"

#include <algorithm>
#include <map>

#include "rewrite/imports.h"
#include "rewrite/names.h"
#include "rewrite/standard_family.h"

namespace forklint::rewrite {
namespace {

using program::Module;
using program::Program;

std::string_view last_component(std::string_view dotted) { return dotted.substr(dotted.rfind('.') + 1); }

// Whether `from ... import name` in another module may mean this one: by its last name.
bool may_import(const Module& importer, const Module& module, std::string_view name) {
  const auto& imports = importer.syntax.imports();
  return std::any_of(imports.begin(), imports.end(), [&](const python::Stmt* stmt) {
    const auto* from = python::as<python::ImportFrom>(stmt);
    if (from == nullptr ||
        (!from->module.empty() && last_component(from->module) != last_component(module.name)))
      return false;
    return from->is_star || std::any_of(from->items.begin(), from->items.end(),
                                        [&](const python::ImportItem& item) { return item.name == name; });
  });
}

}  // namespace

bool has_other_users(const Program& program, const Module& module, const python::Binding& binding,
                     std::size_t moved) {
  const std::vector<const python::Name*> reads = module.syntax.names_in({0, UINT32_MAX});
  const auto read = static_cast<std::size_t>(std::count_if(
      reads.begin(), reads.end(), [&](const python::Name* each) { return each->id == binding.name; }));
  if (read > moved || is_said_elsewhere(module, binding)) return true;
  const auto& modules = program.modules();
  return std::any_of(modules.begin(), modules.end(), [&](const auto& other) {
    return other != &module && may_import(*other, module, binding.name);
  });
}

std::set<std::string> idle_imports(const Program& program, const Module& module) {
  std::set<std::string> idle;
  for (const auto& [name, bindings] : module.syntax.scope().names) {
    const python::Binding* binding = visible_binding(module, nullptr, name);
    if (binding != nullptr && binding->kind == python::BindingKind::import_from &&
        binding->import_stmt->level == 0 && is_standard_module(binding->import_stmt->module) &&
        !has_other_users(program, module, *binding, 0))
      idle.emplace(name);
  }
  return idle;
}

std::vector<Edit> without_idle_imports(const Program& program, const Module& module,
                                       const std::set<std::string>& names) {
  std::map<const python::ImportFrom*, std::set<std::string>> dropped;
  for (const std::string& name : idle_imports(program, module)) {
    const python::Binding* binding = visible_binding(module, nullptr, name);
    if (names.contains(name))
      dropped[binding->import_stmt].insert(text_of(module, binding->import_item->span));
  }
  Draft draft;
  for (const auto& [import, items] : dropped) {
    if (!change_from_import(module, *import, "", items, draft)) return {};
  }
  return draft.collides() ? std::vector<Edit>() : draft.finish("", Applicability::unsafe).edits;
}

}  // namespace forklint::rewrite
