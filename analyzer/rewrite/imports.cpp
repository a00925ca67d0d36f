#include "rewrite/imports.h"

#include <algorithm>
#include <vector>

#include "rewrite/names.h"
#include "rewrite/standard_family.h"
#include "rewrite/stdlib_names.h"

namespace forklint::rewrite {
namespace {

using program::Module;
using python::ImportFrom;
using python::Stmt;

std::string_view top_of(std::string_view dotted) { return dotted.substr(0, dotted.find('.')); }

// The module that an import statement names first.
std::string_view module_of(const Stmt& stmt) {
  if (const auto* import = python::as<python::Import>(&stmt)) return import->items.front().name;
  const auto* from = python::as<ImportFrom>(&stmt);
  return from != nullptr && from->level == 0 ? from->module : "";
}

bool is_import(const Stmt& stmt) {
  return stmt.kind == python::StmtKind::import || stmt.kind == python::StmtKind::import_from;
}

bool is_future(const Stmt& stmt) { return module_of(stmt) == "__future__"; }

// The imports at the top, in blocks as empty lines divide them.
std::vector<std::vector<const Stmt*>> import_blocks(const Module& module) {
  std::vector<std::vector<const Stmt*>> blocks;
  const Stmt* previous = nullptr;
  for (const Stmt* stmt : module.syntax.body()) {
    if (!is_import(*stmt)) {
      if (previous != nullptr) break;
      continue;
    }
    if (is_future(*stmt)) continue;
    const bool joins =
        previous != nullptr && next_line(module, previous->span.end) == line_start(module, stmt->span.begin);
    if (!joins) blocks.emplace_back();
    blocks.back().push_back(stmt);
    previous = stmt;
  }
  return blocks;
}

// `import name` among the statements of a block that sorts its imports.
void insert_sorted(const Module& module, const std::vector<const Stmt*>& block, std::string_view name,
                   Draft& draft) {
  const std::string line = "import " + std::string(name) + "\n";
  const Stmt* last_plain = nullptr;
  for (const Stmt* stmt : block) {
    if (stmt->kind != python::StmtKind::import) continue;
    if (module_of(*stmt) > name) {
      draft.insert_import(module, line_start(module, stmt->span.begin), line);
      return;
    }
    last_plain = stmt;
  }
  const std::uint32_t place = last_plain != nullptr ? next_line(module, last_plain->span.end)
                                                    : line_start(module, block.front()->span.begin);
  draft.insert_import(module, place, line);
}

bool insert_import(const Module& module, std::string_view name, Draft& draft) {
  const auto blocks = import_blocks(module);
  if (blocks.empty()) return false;
  const auto of_stdlib = std::find_if(blocks.begin(), blocks.end(), [](const auto& block) {
    return std::any_of(block.begin(), block.end(),
                       [](const Stmt* stmt) { return is_stdlib_module(top_of(module_of(*stmt))); });
  });
  if (of_stdlib != blocks.end()) {
    insert_sorted(module, *of_stdlib, name, draft);
  } else {
    draft.insert(module, line_start(module, blocks.front().front()->span.begin),
                 "import " + std::string(name) + "\n\n");
  }
  return true;
}

bool names_multiprocessing(const python::Binding& binding) {
  if (binding.kind == python::BindingKind::import) {
    const python::ImportItem& item = *binding.import_item;
    if (item.alias.empty()) return top_of(item.name) == kStandardFamily;
    return is_standard_module(item.name);
  }
  return binding.kind == python::BindingKind::import_from && binding.import_stmt->level == 0 &&
         binding.import_stmt->module == "torch" && binding.import_item->name == kStandardFamily;
}

}  // namespace

std::string imported_multiprocessing(const Module& module, const python::Scope* scope, std::uint32_t offset) {
  std::string best;
  for (const auto& [name, bindings] : module.syntax.scope().names) {
    const python::Binding* binding = visible_binding(module, scope, name);
    if (binding == nullptr || binding->span.begin > offset || !names_multiprocessing(*binding)) continue;
    if (best.empty() || name == kStandardFamily || (best != kStandardFamily && name < best)) best = name;
  }
  return best;
}

std::optional<std::string> multiprocessing_module(const Module& module, const python::Scope* scope,
                                                  std::uint32_t offset, Draft& draft) {
  std::string known = imported_multiprocessing(module, scope, offset);
  if (!known.empty()) return known;
  if (module.syntax.scope().names.contains(kStandardFamily)) return std::nullopt;
  for (const python::Scope* each = scope; each != nullptr; each = each->parent) {
    if (each->names.contains(kStandardFamily)) return std::nullopt;
  }
  if (!insert_import(module, kStandardFamily, draft)) return std::nullopt;
  return std::string(kStandardFamily);
}

std::optional<std::string> functools_partial(const Module& module, const python::Scope* scope,
                                             std::uint32_t offset, Draft& draft) {
  constexpr std::string_view kFunctools = "functools";
  constexpr std::string_view kPartial = "partial";
  std::string best;
  for (const auto& [name, bindings] : module.syntax.scope().names) {
    const python::Binding* binding = visible_binding(module, scope, name);
    if (binding == nullptr || binding->span.begin > offset) continue;
    std::string known;
    if (binding->kind == python::BindingKind::import && binding->import_item->name == kFunctools)
      known = std::string(name) + ".partial";
    const bool is_from = binding->kind == python::BindingKind::import_from &&
                         binding->import_stmt->level == 0 && binding->import_stmt->module == kFunctools;
    if (is_from && binding->import_item->name == kPartial) known = name;
    if (!known.empty() && (best.empty() || known < best)) best = known;
  }
  if (!best.empty()) return best;
  if (count_of_name(module, kFunctools) != 0) return std::nullopt;
  if (!insert_import(module, kFunctools, draft)) return std::nullopt;
  return "functools.partial";
}

bool change_from_import(const Module& module, const ImportFrom& import, const std::string& added,
                        const std::set<std::string>& dropped, Draft& draft) {
  if (import.items.empty() || import.is_star) return false;
  const auto& comments = module.syntax.comments();
  const bool has_comment = std::any_of(comments.begin(), comments.end(), [&](const python::Comment& each) {
    return import.span.contains(each.span.begin);
  });
  if (has_comment) return false;
  std::vector<std::string> items;
  std::vector<std::string> before;
  for (const python::ImportItem& item : import.items) {
    std::string text = text_of(module, item.span);
    before.push_back(text);
    if (!dropped.contains(text)) items.push_back(std::move(text));
  }
  if (items.empty() && added.empty()) {
    draft.remove(module, {line_start(module, import.span.begin), next_line(module, import.span.end)});
    return true;
  }
  if (!added.empty() && std::find(items.begin(), items.end(), added) == items.end()) {
    const bool is_sorted = std::is_sorted(before.begin(), before.end());
    items.insert(is_sorted ? std::lower_bound(items.begin(), items.end(), added) : items.end(), added);
  }
  const Span first = import.items.front().span;
  const std::string between =
      import.items.size() > 1 ? text_of(module, {first.end, import.items[1].span.begin}) : ", ";
  std::string list;
  for (const std::string& item : items) list += (list.empty() ? "" : between) + item;
  draft.replace(module, {first.begin, import.items.back().span.end}, list);
  return true;
}

std::uint32_t after_imports(const Module& module, std::uint32_t before) {
  const Stmt* last = nullptr;
  for (const Stmt* stmt : module.syntax.body()) {
    if (stmt->span.end > before || stmt->kind == python::StmtKind::function ||
        stmt->kind == python::StmtKind::class_)
      break;
    if (is_import(*stmt)) last = stmt;
  }
  return last == nullptr ? 0 : next_line(module, last->span.end);
}

}  // namespace forklint::rewrite
