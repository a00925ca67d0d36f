#include "catalog/text/toml_access.h"

#include <fmt/format.h>

namespace forklint::catalog {

void TomlAccess::mistake(const toml::node& node, const std::string& cause) const {
  throw Mistake{fmt::format("{}:{}: {}", path_, line_of(node), cause)};
}

std::uint32_t TomlAccess::line_of(const toml::node& node) const { return node.source().begin.line; }

void TomlAccess::check_keys(const toml::table& table, Names known) const {
  // TOML keeps keys by the alphabet; whoever reads the error goes by the line.
  const toml::node* first = nullptr;
  std::string_view unknown;
  for (const auto& [key, node] : table) {
    if (std::find(known.begin(), known.end(), key.str()) != known.end()) continue;
    if (first != nullptr && line_of(*first) <= line_of(node)) continue;
    first = &node;
    unknown = key.str();
  }
  if (first != nullptr)
    mistake(*first, fmt::format("unknown key '{}'{}", unknown, text::suggestion(unknown, known)));
}

bool TomlAccess::flag(const toml::table& table, std::string_view key) const {
  const toml::node* node = table.get(key);
  if (node == nullptr) return false;
  const auto value = node->value_exact<bool>();
  if (!value) mistake(*node, fmt::format("'{}' is true or false", key));
  return *value;
}

std::string_view TomlAccess::text(const toml::table& table, std::string_view key, bool required) {
  const toml::node* node = table.get(key);
  if (node == nullptr) {
    if (required) mistake(table, fmt::format("'{}' is missing", key));
    return {};
  }
  const auto value = node->value_exact<std::string>();
  if (!value) mistake(*node, fmt::format("'{}' is a text", key));
  if (required && value->empty()) mistake(*node, fmt::format("'{}' is empty", key));
  return storage_.keep(*value);
}

std::string_view TomlAccess::dotted(const toml::table& table, std::string_view key, bool required) {
  const std::string_view name = text(table, key, required);
  if (table.contains(key) && !is_dotted_name(name)) {
    mistake(*table.get(key), fmt::format("'{}' is no dotted name", name));
  }
  return name;
}

std::string_view TomlAccess::identifier(const toml::table& table, std::string_view key, bool required) {
  const std::string_view name = text(table, key, required);
  if (table.contains(key) && !is_identifier(name))
    mistake(*table.get(key), fmt::format("'{}' is no name", name));
  return name;
}

Names TomlAccess::texts(const toml::table& table, std::string_view key) {
  const toml::node* node = table.get(key);
  if (node == nullptr) return {};
  const toml::array* list = node->as_array();
  if (list == nullptr) mistake(*node, fmt::format("'{}' is a list of texts", key));
  std::vector<std::string_view> values;
  for (const toml::node& element : *list) {
    const auto value = element.value_exact<std::string>();
    if (!value) mistake(element, fmt::format("'{}' is a list of texts", key));
    if (std::find(values.begin(), values.end(), *value) != values.end()) {
      mistake(element, fmt::format("'{}' stands in '{}' twice", *value, key));
    }
    values.push_back(storage_.keep(*value));
  }
  return storage_.keep(std::move(values));
}

Names TomlAccess::dotted_list(const toml::table& table, std::string_view key) {
  const Names values = texts(table, key);
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!is_dotted_name(values[i])) {
      mistake(*table.get_as<toml::array>(key)->get(i), fmt::format("'{}' is no dotted name", values[i]));
    }
  }
  return values;
}

Names TomlAccess::identifiers(const toml::table& table, std::string_view key) {
  const Names values = texts(table, key);
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!is_identifier(values[i])) {
      mistake(*table.get_as<toml::array>(key)->get(i), fmt::format("'{}' is no name of a method", values[i]));
    }
  }
  return values;
}

std::vector<const toml::table*> TomlAccess::tables(const toml::table& table, std::string_view key) const {
  std::vector<const toml::table*> found;
  const toml::node* node = table.get(key);
  if (node == nullptr) return found;
  const toml::array* list = node->as_array();
  if (list == nullptr) mistake(*node, fmt::format("'{}' is a list of tables", key));
  for (const toml::node& element : *list) {
    if (!element.is_table()) mistake(element, fmt::format("'{}' is a list of tables", key));
    found.push_back(element.as_table());
  }
  return found;
}

StartMethod TomlAccess::method(const toml::table& table, std::string_view key) {
  const std::string_view name = text(table, key, true);
  if (const auto method = start_method_named(name)) return *method;
  mistake(*table.get(key), fmt::format("'{}' is no start method: fork, spawn or forkserver", name));
}

std::optional<PythonVersion> TomlAccess::since(const toml::table& table) {
  if (!table.contains("since")) return std::nullopt;
  const std::string_view value = text(table, "since");
  const auto version = python_version_named(value);
  if (!version) mistake(*table.get("since"), fmt::format("'{}' is no Python version such as 3.12", value));
  return version;
}

void TomlAccess::refuse_word(const toml::node& node, std::string_view key, std::string_view value,
                             Names words) const {
  std::vector<std::string> known;
  for (const std::string_view word : words) {
    if (!word.empty()) known.emplace_back(word);
  }
  mistake(node, fmt::format("'{}' is no value of '{}' ({}){}", value, key, text::join_words(known, "or"),
                            text::suggestion(value, known)));
}

}  // namespace forklint::catalog
