#include "program/import_items.h"

#include <algorithm>

#include "program/returns.h"

namespace forklint::program {
namespace {

// `"tensorflow" in sys.modules`, also as a part of the test.
bool asks_for_loaded(const python::Expr& test) {
  if (const auto* both = python::as<python::BoolOp>(&test))
    return asks_for_loaded(*both->left) || asks_for_loaded(*both->right);
  const auto* compare = python::as<python::Compare>(&test);
  if (compare == nullptr || compare->rest.size() != 1 || compare->rest.front().op != "in") return false;
  const auto* modules = python::as<python::Attribute>(compare->rest.front().right);
  return modules != nullptr && modules->name == "modules";
}

// Whether the import stands where the module was loaded before: it begins nothing that was not there.
bool only_if_loaded(const python::Stmt& import, python::Block body) {
  bool found = false;
  for_each_statement(body, [&](const python::Stmt& stmt) {
    const auto* choice = python::as<python::If>(&stmt);
    if (choice == nullptr) return;
    for (const python::Branch& branch : choice->branches) {
      const bool is_around = !branch.body.empty() && branch.body.front()->span.begin <= import.span.begin &&
                             import.span.end <= branch.body.back()->span.end;
      found = found || (is_around && asks_for_loaded(*branch.test));
    }
  });
  return found;
}

}  // namespace

// Both lists are in the order of the text: functions that are open when an import comes are those around it.
std::vector<std::pair<const python::Function*, BodyItem>> ImportItems::find() const {
  std::vector<std::pair<const python::Function*, BodyItem>> items;
  std::vector<const python::Function*> around;
  auto next = module_.syntax.functions().begin();
  for (const python::Stmt* import : module_.syntax.imports()) {
    while (next != module_.syntax.functions().end() && (*next)->span.begin < import->span.begin)
      around.push_back(*next++);
    std::erase_if(around, [&](const python::Function* each) { return each->span.end <= import->span.begin; });
    BodyItem item{.kind = ItemKind::import, .span = import->span, .position = import->span.begin};
    add_modules(*import, item);
    const python::Function* function = around.empty() ? nullptr : around.back();
    if (!only_if_loaded(*import, function == nullptr ? module_.syntax.body() : function->body))
      add_hazards(*import, item);
    if (function == nullptr) item.region = region_of(*import);
    if (item.matters()) items.emplace_back(function, std::move(item));
  }
  return items;
}

// The region of what a module's own import binds.
const python::Region* ImportItems::region_of(const python::Stmt& stmt) const {
  const auto find = [&](std::span<const python::ImportItem> items) -> const python::Region* {
    for (const python::ImportItem& item : items) {
      const std::string_view name =
          item.alias.empty() ? item.name.substr(0, item.name.find('.')) : item.alias;
      const auto found = module_.syntax.scope().names.find(name);
      if (found == module_.syntax.scope().names.end()) continue;
      for (const python::Binding* binding : found->second) {
        if (binding->import_item == &item) return binding->region;
      }
    }
    return nullptr;
  };
  if (const auto* import = python::as<python::Import>(&stmt)) return find(import->items);
  const auto* from = python::as<python::ImportFrom>(&stmt);
  return from == nullptr ? nullptr : find(from->items);
}

void ImportItems::add_hazards(const python::Stmt& stmt, BodyItem& item) const {
  const auto add = [&](std::string_view name) {
    const catalog::ImportHazard* hazard = catalog_.import_hazard(name);
    if (hazard != nullptr) item.import_hazards.push_back(hazard);
  };
  if (const auto* import = python::as<python::Import>(&stmt)) {
    for (const python::ImportItem& each : import->items) add(each.name);
  }
  const auto* from = python::as<python::ImportFrom>(&stmt);
  if (from != nullptr && from->level == 0) add(from->module);
}

// The modules of the project that an import runs.
void ImportItems::add_modules(const python::Stmt& stmt, BodyItem& item) const {
  const std::vector<std::string_view> around = table_.packages_around(module_.path());
  const auto add_file = [&](std::string_view file) {
    if (const Module* module = evaluator_.module_at(file); module != nullptr) {
      item.imports.push_back(module);
    } else {
      item.unread.push_back({.file = file, .used_by = &module_});
    }
  };
  // The packages around a module run before it; those around this one have.
  const auto add = [&](std::string_view file) {
    if (file.empty()) return;
    for (const std::string_view package : table_.packages_around(file)) {
      if (std::find(around.begin(), around.end(), package) == around.end()) add_file(package);
    }
    add_file(file);
  };
  if (const auto* import = python::as<python::Import>(&stmt)) {
    for (const python::ImportItem& each : import->items) add(table_.resolve(each.name, module_.path()));
  }
  const auto* from = python::as<python::ImportFrom>(&stmt);
  if (from == nullptr) return;
  const auto resolve = [&](const std::string& name) {
    return from->level == 0 ? table_.resolve(name, module_.path())
                            : table_.resolve_relative(from->level, name, module_.path());
  };
  const std::string base(from->module);
  add(resolve(base));
  for (const python::ImportItem& each : from->items) {
    add(resolve(base.empty() ? std::string(each.name) : base + "." + std::string(each.name)));
  }
}

}  // namespace forklint::program
