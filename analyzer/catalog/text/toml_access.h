// Reading TOML with complaints: every accessor checks the type and names file and line of what is wrong.
// Included by the reader of the catalog only, since toml.h is slow to compile.
#pragma once

#include <toml++/toml.h>

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "catalog/target.h"
#include "catalog/text/records.h"

namespace forklint::catalog {

using Names = std::span<const std::string_view>;

// Thrown by the accessors and caught by read_records: a mistake in the text ends the reading, wherever it was
// met.
struct Mistake {
  std::string message;
};

class TomlAccess {
 public:
  TomlAccess(std::string path, RecordSet& storage) : path_(std::move(path)), storage_(storage) {}

  [[noreturn]] void mistake(const toml::node& node, const std::string& cause) const;
  std::uint32_t line_of(const toml::node& node) const;

  void check_keys(const toml::table& table, Names known) const;
  bool flag(const toml::table& table, std::string_view key) const;
  // "" when the key is not there, unless it is required.
  std::string_view text(const toml::table& table, std::string_view key, bool required = false);
  // A dotted Python name, an identifier; "" when the key is not there.
  std::string_view dotted(const toml::table& table, std::string_view key, bool required = false);
  std::string_view identifier(const toml::table& table, std::string_view key, bool required = false);
  Names texts(const toml::table& table, std::string_view key);
  Names dotted_list(const toml::table& table, std::string_view key);
  Names identifiers(const toml::table& table, std::string_view key);
  // The tables in a list such as `when = [{...}, {...}]`.
  std::vector<const toml::table*> tables(const toml::table& table, std::string_view key) const;

  StartMethod method(const toml::table& table, std::string_view key);
  std::optional<PythonVersion> since(const toml::table& table);

  // One of `words`, which stand in the order of the enumeration; the first when the key is not there.
  template <typename Enum>
  Enum word(const toml::table& table, std::string_view key, Names words) {
    const std::string_view value = text(table, key);
    if (!table.contains(key)) return Enum{};
    const auto found = std::find(words.begin(), words.end(), value);
    if (value.empty() || found == words.end()) refuse_word(*table.get(key), key, value, words);
    return static_cast<Enum>(found - words.begin());
  }

 private:
  [[noreturn]] void refuse_word(const toml::node& node, std::string_view key, std::string_view value,
                                Names words) const;

  std::string path_;
  RecordSet& storage_;
};

}  // namespace forklint::catalog
