#include "catalog/catalog.h"

#include <algorithm>

#include "catalog/tables.h"
#include "catalog/text/records.h"

namespace forklint::catalog {
namespace {

// How often a namespace may mirror another one.
constexpr unsigned kMaxMirrors = 4;

bool sorts_before(const NamedApi& entry, std::string_view name) { return entry.name < name; }

const Api* exact(std::span<const NamedApi> names, std::string_view name) {
  const auto found = std::lower_bound(names.begin(), names.end(), name, sorts_before);
  return found != names.end() && found->name == name ? found->api : nullptr;
}

bool is_below(std::string_view name, std::string_view prefix) {
  return name.size() > prefix.size() && name[prefix.size()] == '.' && name.starts_with(prefix);
}

// The names of a record set, as the generator sorts them for the built-in one.
std::vector<NamedApi> sorted_names(std::span<const Api> apis) {
  std::vector<NamedApi> names;
  for (const Api& api : apis) {
    names.push_back({api.name, &api});
    for (std::string_view alias : api.aliases) names.push_back({alias, &api});
  }
  std::sort(names.begin(), names.end(), [](const NamedApi& a, const NamedApi& b) { return a.name < b.name; });
  return names;
}

std::string_view own_family(const Api& api) {
  for (const MethodFrom& source : api.start_method) {
    if (source.source == MethodSource::family) return source.name;
  }
  for (std::string_view family :
       {api.sets_family, api.context_family, api.primitive_family, api.pins_family}) {
    if (!family.empty()) return family;
  }
  return {};
}

}  // namespace

struct Catalog::Index {
  std::vector<Tables> layers;  // those of the project first
  RecordSet own;
  std::vector<NamedApi> own_names;
  std::vector<const Api*> all;
  std::vector<std::string_view> words;

  const Api* find_exact(std::string_view name) const {
    for (const Tables& layer : layers) {
      if (const Api* api = exact(layer.names, name); api != nullptr) return api;
    }
    return nullptr;
  }

  // The longest namespace that holds the name; null for none.
  const Namespace* namespace_of(std::string_view name, bool itself) const {
    const Namespace* longest = nullptr;
    for (const Tables& layer : layers) {
      for (const Namespace& each : layer.namespaces) {
        const bool holds = is_below(name, each.name) || (itself && each.name == name);
        if (holds && (longest == nullptr || each.name.size() > longest->name.size())) longest = &each;
      }
    }
    return longest;
  }

  bool has_prefix(std::string_view name, unsigned depth) const {
    for (const Tables& layer : layers) {
      // '.' sorts before every character of a name, so what lies below a name follows it directly.
      const auto found = std::lower_bound(layer.names.begin(), layer.names.end(), name, sorts_before);
      if (found != layer.names.end() && (found->name == name || is_below(found->name, name))) return true;
      for (const Namespace& each : layer.namespaces) {
        if (each.name == name || is_below(each.name, name)) return true;
      }
    }
    const Namespace* mirror = depth < kMaxMirrors ? namespace_of(name, true) : nullptr;
    if (mirror == nullptr) return false;
    return has_prefix(std::string(mirror->mirrors) + std::string(name.substr(mirror->name.size())),
                      depth + 1);
  }
};

Catalog::Catalog() : index_(std::make_unique<Index>()) {}
Catalog::Catalog(Catalog&&) noexcept = default;
Catalog& Catalog::operator=(Catalog&&) noexcept = default;
Catalog::~Catalog() = default;

const Catalog& Catalog::builtin() {
  static const Catalog catalog = [] {
    Catalog built;
    built.index_->layers = {kBuiltinTables};
    for (const Api& api : kBuiltinTables.apis) built.index_->all.push_back(&api);
    built.index_->words.assign(kBuiltinTables.words.begin(), kBuiltinTables.words.end());
    return built;
  }();
  return catalog;
}

Result<Catalog> Catalog::extended(std::string_view toml, const std::string& path, std::string_view prefix) {
  Catalog catalog;
  Index& index = *catalog.index_;
  const ReadOptions options{.path = path, .prefix = prefix, .needs_source = false, .only_catalog = false};
  if (Result<void> read = read_records(toml, options, index.own); !read) return tl::unexpected(read.error());
  RecordSet known;
  known.apis.assign(kBuiltinTables.apis.begin(), kBuiltinTables.apis.end());
  known.families.assign(kBuiltinTables.families.begin(), kBuiltinTables.families.end());
  known.namespaces.assign(kBuiltinTables.namespaces.begin(), kBuiltinTables.namespaces.end());
  if (Result<void> checked = check_records(index.own, &known); !checked)
    return tl::unexpected(checked.error());

  index.own_names = sorted_names(index.own.apis);
  index.layers = {Tables{index.own.apis,
                         index.own_names,
                         index.own.namespaces,
                         index.own.families,
                         index.own.import_hazards,
                         index.own.settings,
                         {}},
                  kBuiltinTables};
  for (const Api& api : index.own.apis) index.all.push_back(&api);
  for (const Api& api : kBuiltinTables.apis) {
    if (exact(index.own_names, api.name) == nullptr) index.all.push_back(&api);
  }
  std::vector<Api> apis;
  for (const Api* api : index.all) apis.push_back(*api);
  std::vector<Namespace> namespaces = known.namespaces;
  namespaces.insert(namespaces.end(), index.own.namespaces.begin(), index.own.namespaces.end());
  std::vector<Setting> settings(kBuiltinTables.settings.begin(), kBuiltinTables.settings.end());
  settings.insert(settings.end(), index.own.settings.begin(), index.own.settings.end());
  index.words = words_of(apis, namespaces, settings, index.own);
  return catalog;
}

const Api* Catalog::find(std::string_view name) const {
  if (const Api* api = index_->find_exact(name); api != nullptr) return api;
  std::string current(name);
  for (unsigned depth = 0; depth < kMaxMirrors; ++depth) {
    const Namespace* mirror = index_->namespace_of(current, false);
    if (mirror == nullptr) return nullptr;
    current = std::string(mirror->mirrors) + current.substr(mirror->name.size());
    if (const Api* api = index_->find_exact(current); api != nullptr) return api;
  }
  return nullptr;
}

std::string_view Catalog::family_of(std::string_view name) const {
  const Api* api = index_->find_exact(name);
  std::string current(name);
  for (unsigned depth = 0; api == nullptr && depth < kMaxMirrors; ++depth) {
    const Namespace* mirror = index_->namespace_of(current, false);
    if (mirror == nullptr) return {};
    if (!mirror->family.empty()) return mirror->family;
    current = std::string(mirror->mirrors) + current.substr(mirror->name.size());
    api = index_->find_exact(current);
  }
  return api == nullptr ? std::string_view{} : own_family(*api);
}

bool Catalog::has_prefix(std::string_view name) const { return index_->has_prefix(name, 0); }

const Family* Catalog::family(std::string_view name) const {
  for (const Tables& layer : index_->layers) {
    for (const Family& family : layer.families) {
      if (family.name == name) return &family;
    }
  }
  return nullptr;
}

const ImportHazard* Catalog::import_hazard(std::string_view module) const {
  for (const Tables& layer : index_->layers) {
    for (const ImportHazard& hazard : layer.import_hazards) {
      if (hazard.module == module || is_below(module, hazard.module)) return &hazard;
    }
  }
  return nullptr;
}

const Setting* Catalog::setting(std::string_view name) const {
  for (const Tables& layer : index_->layers) {
    for (const Setting& setting : layer.settings) {
      if (setting.name == name) return &setting;
    }
  }
  return nullptr;
}

std::optional<StartMethod> Catalog::default_method(std::string_view name, Platform platform,
                                                   PythonVersion version) const {
  const Family* known = family(name);
  if (known == nullptr) return std::nullopt;
  std::optional<StartMethod> method;
  for (const FamilyDefault& each : known->defaults) {
    if (each.platform == platform && (!each.since || version >= *each.since)) method = each.method;
  }
  return method;
}

std::span<const Api* const> Catalog::apis() const { return index_->all; }
std::span<const std::string_view> Catalog::words() const { return index_->words; }

}  // namespace forklint::catalog
