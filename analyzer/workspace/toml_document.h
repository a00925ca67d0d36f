// A TOML file of the project with its text. Included by the readers of this room only, since toml.h is slow
// to compile.
#pragma once

#include <toml++/toml.h>

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "base/host.h"

namespace forklint::workspace {

// Thrown where a file is wrong, and caught by the functions of settings.h: whatever was being read then is
// not worth reading on.
struct Mistake {
  std::string message;
};

struct Document {
  std::string path;  // for errors; relative to the root where it is a file of the project
  std::string text;
  toml::table table;
};

Document parse_document(const std::string& path, std::string text);

// A file directly in the root; nothing where there is none.
std::optional<Document> document_at(const FileSystem& files, const std::string& root, std::string_view name);

// The table below these keys; null where there is none.
const toml::table* table_at(const toml::table& document, std::initializer_list<std::string_view> keys);

}  // namespace forklint::workspace
