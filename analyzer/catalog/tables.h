// The records as constant tables: what the build generates from rules/catalog, and what a Catalog searches.
#pragma once

#include <span>
#include <string_view>

#include "catalog/api.h"
#include "catalog/package.h"

namespace forklint::catalog {

struct NamedApi {
  std::string_view name;  // of the record, or an alias
  const Api* api = nullptr;
};

struct Tables {
  std::span<const Api> apis;
  std::span<const NamedApi> names;  // sorted by name
  std::span<const Namespace> namespaces;
  std::span<const Family> families;
  std::span<const ImportHazard> import_hazards;
  std::span<const Setting> settings;
  std::span<const Unpicklable> unpicklables;  // sorted by name
  std::span<const Package> packages;
  std::span<const NativeFunction> native_functions;  // sorted by name
  std::span<const std::string_view> words;
};

// Generated at build time.
extern const Tables kBuiltinTables;

}  // namespace forklint::catalog
