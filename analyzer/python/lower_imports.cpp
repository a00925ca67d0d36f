#include <algorithm>
#include <string>

#include "python/lowering.h"

namespace forklint::python {

const Stmt* Lowering::import_statement(const Child& child) {
  const Children parts = children(child);
  ArenaList<ImportItem> items(arena_);
  import_items(parts, items);
  auto* node = make<Import>(child.span());
  node->items = items.view();
  return node;
}

const Stmt* Lowering::import_from(const Child& child) {
  const Children parts = children(child);
  auto* node = make<ImportFrom>(child.span());
  const Child from = parts.find(Field::module_name);
  if (child.syntax == Syntax::future_import_statement) {
    node->module = "__future__";
  } else if (from.syntax == Syntax::relative_import) {
    const Children relative = children(from);
    const Child prefix = relative.find(Syntax::import_prefix);
    const std::string_view dots = prefix.present() ? text(prefix.span()) : std::string_view();
    node->level = static_cast<std::uint32_t>(std::count(dots.begin(), dots.end(), '.'));
    if (const Child path = relative.find(Syntax::dotted_name); path.present())
      node->module = dotted_text(path);
  } else if (from.present()) {
    node->module = dotted_text(from);
  }
  ArenaList<ImportItem> items(arena_);
  import_items(parts, items);
  node->items = items.view();
  node->is_star = parts.has(Syntax::wildcard_import);
  return node;
}

void Lowering::import_items(const Children& parts, ArenaList<ImportItem>& items) {
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Child part = parts[i];
    if (part.field != Field::name || part.span().size() == 0) continue;
    if (part.syntax == Syntax::aliased_import) {
      items.push(aliased_item(part));
    } else if (part.syntax == Syntax::dotted_name) {
      items.push({dotted_text(part), {}, part.span()});
    }
  }
}

ImportItem Lowering::aliased_item(const Child& child) {
  const Children parts = children(child);
  ImportItem item;
  item.span = child.span();
  if (const Child imported = parts.find(Field::name); imported.present()) item.name = dotted_text(imported);
  if (const Child alias = parts.find(Field::alias); alias.present()) item.alias = text(alias.span());
  return item;
}

// "a.b" also for `a . b`.
std::string_view Lowering::dotted_text(const Child& child) {
  const std::string_view written = text(child.span());
  if (written.find_first_of(" \t\f\\\r\n#") == std::string_view::npos) return written;
  const Children parts = children(child);
  std::string joined;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Child part = parts[i];
    if (part.syntax == Syntax::identifier || part.syntax == Syntax::dot) joined += text(part.span());
  }
  return copy_text(arena_, joined);
}

}  // namespace forklint::python
