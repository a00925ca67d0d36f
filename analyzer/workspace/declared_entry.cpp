#include "workspace/declared_entry.h"

#include <algorithm>

#include "base/path.h"
#include "workspace/toml_document.h"

namespace forklint::workspace {
namespace {

constexpr std::string_view kPyproject = "pyproject.toml";
constexpr std::string_view kSetupConfig = "setup.cfg";

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

void add(std::string_view name, std::string_view reference, std::string_view path, std::uint32_t line,
         std::vector<DeclaredEntry>& entries) {
  DeclaredEntry entry = entry_of_reference(reference);
  if (entry.module.empty() || entry.function.empty()) return;
  entry.written = name;
  entry.path = path;
  entry.line = line;
  entries.push_back(std::move(entry));
}

void add_table(const toml::table* table, std::vector<DeclaredEntry>& entries) {
  if (table == nullptr) return;
  for (const auto& [name, node] : *table) {
    const auto reference = node.value_exact<std::string>();
    if (reference) add(name.str(), *reference, kPyproject, node.source().begin.line, entries);
  }
}

// `console_scripts =` of [options.entry_points], with indented lines of `name = reference` below it.
void add_setup_config(std::string_view text, std::vector<DeclaredEntry>& entries) {
  bool in_section = false;
  bool in_scripts = false;
  std::uint32_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    ++number;
    const std::string_view inner = trimmed(line);
    if (inner.empty() || inner.starts_with('#') || inner.starts_with(';')) continue;
    const std::string_view key = trimmed(inner.substr(0, inner.find('=')));
    if (line.front() != ' ' && line.front() != '\t') {
      if (inner.front() == '[') in_section = inner == "[options.entry_points]";
      in_scripts = in_section && (key == "console_scripts" || key == "gui_scripts");
    } else if (in_scripts && key.size() < inner.size()) {
      add(key, inner.substr(inner.find('=') + 1), kSetupConfig, number, entries);
    }
  }
}

}  // namespace

DeclaredEntry entry_of_reference(std::string_view reference) {
  reference = trimmed(reference.substr(0, reference.find('[')));
  const std::size_t colon = reference.find(':');
  DeclaredEntry entry{.module = std::string(trimmed(reference.substr(0, colon)))};
  if (colon != std::string_view::npos) entry.function = trimmed(reference.substr(colon + 1));
  return entry;
}

std::vector<DeclaredEntry> declared_in_metadata(const FileSystem& files, const std::string& root) {
  std::vector<DeclaredEntry> entries;
  if (const std::optional<Document> pyproject = document_at(files, root, kPyproject)) {
    add_table(table_at(pyproject->table, {"project", "scripts"}), entries);
    add_table(table_at(pyproject->table, {"project", "gui-scripts"}), entries);
    add_table(table_at(pyproject->table, {"tool", "poetry", "scripts"}), entries);
  }
  if (const Result<std::string> text = files.read(path::join(root, kSetupConfig)))
    add_setup_config(*text, entries);
  return entries;
}

}  // namespace forklint::workspace
