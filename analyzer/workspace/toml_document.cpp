#include "workspace/toml_document.h"

#include <fmt/format.h>

#include "base/path.h"

namespace forklint::workspace {

Document parse_document(const std::string& path, std::string text) {
  try {
    toml::table table = toml::parse(text, path);
    return {path, std::move(text), std::move(table)};
  } catch (const toml::parse_error& error) {
    throw Mistake{fmt::format("{}:{}: {}", path, error.source().begin.line, error.description())};
  }
}

std::optional<Document> document_at(const FileSystem& files, const std::string& root, std::string_view name) {
  const std::string path = path::join(root, name);
  if (files.status(path).kind != FileKind::file) return std::nullopt;
  Result<std::string> text = files.read(path);
  if (!text) throw Mistake{text.error().message};
  return parse_document(std::string(name), std::move(*text));
}

const toml::table* table_at(const toml::table& document, std::initializer_list<std::string_view> keys) {
  const toml::table* table = &document;
  for (const std::string_view key : keys) {
    const toml::node* node = table->get(key);
    table = node == nullptr ? nullptr : node->as_table();
    if (table == nullptr) return nullptr;
  }
  return table;
}

}  // namespace forklint::workspace
