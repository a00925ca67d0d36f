#include "catalog/catalog.h"

#include <algorithm>
#include <unordered_set>

#include "base/word.h"
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

bool is_at_or_below(std::string_view name, std::string_view prefix) {
  return name == prefix || is_below(name, prefix);
}

// The names of a record set, sorted as the build sorts them for the built-in one.
std::vector<NamedApi> sorted_names(std::span<const Api> apis) {
  std::vector<NamedApi> names;
  for (const Api& api : apis) {
    names.push_back({api.name, &api});
    for (const std::string_view alias : api.aliases) names.push_back({alias, &api});
  }
  std::sort(names.begin(), names.end(), [](const NamedApi& a, const NamedApi& b) { return a.name < b.name; });
  return names;
}

// The family that the record itself names.
std::string_view own_family(const Api& api) {
  for (const MethodFrom& source : api.start_method) {
    if (source.source == MethodSource::family) return source.name;
  }
  for (const std::string_view family :
       {api.sets_family, api.context_family, api.primitive_family, api.pins_family}) {
    if (!family.empty()) return family;
  }
  return {};
}

}  // namespace

struct Catalog::Index {
  // Those of the project first: what they name hides what is built in.
  std::vector<Tables> layers;
  RecordSet own;
  std::vector<NamedApi> own_names;
  std::vector<const Api*> all;
  std::vector<std::string> own_words;
  std::vector<std::string_view> words;
  // Every dotted beginning of a name that creates processes or chooses how, settings among them.
  std::unordered_set<std::string_view> process_prefixes;
  std::unordered_set<std::string_view> native_prefixes;

  void add_native(std::span<const NativeRecord> records) {
    for (const NativeRecord& each : records) {
      const bool is_recorded = std::any_of(own.apis.begin(), own.apis.end(),
                                           [&](const Api& api) { return api.name == each.name; });
      if (is_recorded) continue;
      own.apis.push_back({.name = own.keep(each.name),
                          .is_native = true,
                          .is_class = each.is_class,
                          .creates = each.forks ? Creates::fork : Creates::nothing});
      add_prefixes(own.apis.back().name, native_prefixes);
    }
  }

  void collect_process_prefixes() {
    for (const Api* api : all) {
      const bool matters = api->creates != Creates::nothing || !api->sets_family.empty() ||
                           !api->context_family.empty() || !api->start_method.empty();
      if (!matters) continue;
      add_prefixes(api->name, process_prefixes);
      for (const std::string_view alias : api->aliases) add_prefixes(alias, process_prefixes);
    }
    for (const Tables& layer : layers) {
      for (const Namespace& each : layer.namespaces) {
        if (process_prefixes.contains(each.mirrors)) add_prefixes(each.name, process_prefixes);
      }
      for (const Setting& each : layer.settings) {
        if (!each.is_environment) add_prefixes(each.name, process_prefixes);
      }
    }
  }

  static void add_prefixes(std::string_view name, std::unordered_set<std::string_view>& prefixes) {
    text::for_each_beginning(name, [&](std::string_view beginning) { prefixes.insert(beginning); });
    prefixes.insert(name);
  }

  const Api* find_exact(std::string_view name) const {
    for (const Tables& layer : layers) {
      const Api* api = exact(layer.names, name);
      // An alias of a built-in record leads to the project's record that replaces it.
      if (api != nullptr && api->name != name) {
        if (const Api* first = exact(layers.front().names, api->name); first != nullptr) return first;
      }
      if (api != nullptr) return api;
    }
    return nullptr;
  }

  // The longest namespace that holds the name; null for none.
  const Namespace* namespace_of(std::string_view name) const {
    const Namespace* longest = nullptr;
    for (const Tables& layer : layers) {
      for (const Namespace& each : layer.namespaces) {
        const bool longer = longest == nullptr || each.name.size() > longest->name.size();
        if (longer && is_at_or_below(name, each.name)) longest = &each;
      }
    }
    return longest;
  }

  // The same name with its beginning replaced by what that stands for: the record of which it is an alias, or
  // what the namespace mirrors. "" when nothing stands behind it.
  std::string other_name(std::string_view name) const {
    const Namespace* space = namespace_of(name);
    for (std::size_t dot = name.rfind('.'); dot != std::string_view::npos && dot != 0;
         dot = name.rfind('.', dot - 1)) {
      const std::string_view prefix = name.substr(0, dot);
      if (space != nullptr && prefix.size() < space->name.size()) break;
      const Api* api = find_exact(prefix);
      if (api != nullptr && api->name != prefix) return std::string(api->name).append(name.substr(dot));
    }
    return space == nullptr ? std::string()
                            : std::string(space->mirrors).append(name.substr(space->name.size()));
  }

  bool has_exact_prefix(std::string_view name) const {
    for (const Tables& layer : layers) {
      // '.' sorts before every character of a name, so what lies below a name follows it directly.
      const auto found = std::lower_bound(layer.names.begin(), layer.names.end(), name, sorts_before);
      if (found != layer.names.end() && is_at_or_below(found->name, name)) return true;
      for (const Namespace& each : layer.namespaces) {
        if (is_at_or_below(each.name, name)) return true;
      }
      for (const Setting& each : layer.settings) {
        if (!each.is_environment && is_at_or_below(each.name, name)) return true;
      }
    }
    return false;
  }
};

Catalog::Catalog() : index_(std::make_unique<Index>()) {}
Catalog::Catalog(Catalog&&) noexcept = default;
Catalog& Catalog::operator=(Catalog&&) noexcept = default;
Catalog::~Catalog() = default;

const Catalog& Catalog::builtin() {
  static const Catalog kCatalog = [] {
    Catalog built;
    built.index_->layers = {kBuiltinTables};
    for (const Api& api : kBuiltinTables.apis) built.index_->all.push_back(&api);
    built.index_->collect_process_prefixes();
    built.index_->words.assign(kBuiltinTables.words.begin(), kBuiltinTables.words.end());
    return built;
  }();
  return kCatalog;
}

Result<Catalog> Catalog::extended(std::string_view toml, const std::string& path, std::string_view prefix,
                                  std::span<const NativeRecord> native) {
  Catalog catalog;
  Index& index = *catalog.index_;
  const ReadOptions options{.path = path, .prefix = prefix, .needs_source = false, .only_catalog = false};
  if (Result<void> read = read_records(toml, options, index.own); !read) return tl::unexpected(read.error());
  RecordSet known;
  known.apis.assign(kBuiltinTables.apis.begin(), kBuiltinTables.apis.end());
  known.families.assign(kBuiltinTables.families.begin(), kBuiltinTables.families.end());
  known.namespaces.assign(kBuiltinTables.namespaces.begin(), kBuiltinTables.namespaces.end());
  known.settings.assign(kBuiltinTables.settings.begin(), kBuiltinTables.settings.end());
  if (Result<void> checked = check_records(index.own, &known); !checked)
    return tl::unexpected(checked.error());
  index.add_native(native);

  index.own_names = sorted_names(index.own.apis);
  std::sort(index.own.unpicklables.begin(), index.own.unpicklables.end(),
            [](const Unpicklable& a, const Unpicklable& b) { return a.name < b.name; });
  index.layers = {Tables{.apis = index.own.apis,
                         .names = index.own_names,
                         .namespaces = index.own.namespaces,
                         .families = index.own.families,
                         .import_hazards = index.own.import_hazards,
                         .settings = index.own.settings,
                         .unpicklables = index.own.unpicklables},
                  kBuiltinTables};
  for (const Api& api : index.own.apis) index.all.push_back(&api);
  for (const Api& api : kBuiltinTables.apis) {
    if (exact(index.own_names, api.name) == nullptr) index.all.push_back(&api);
  }
  std::vector<Namespace> namespaces = known.namespaces;
  namespaces.insert(namespaces.end(), index.own.namespaces.begin(), index.own.namespaces.end());
  std::vector<Setting> settings = known.settings;
  settings.insert(settings.end(), index.own.settings.begin(), index.own.settings.end());
  index.collect_process_prefixes();
  index.own_words = words_of(index.all, namespaces, settings, index.own.apis);
  index.words.assign(index.own_words.begin(), index.own_words.end());
  return catalog;
}

const Api* Catalog::find(std::string_view name) const {
  if (const Api* api = index_->find_exact(name); api != nullptr) return api;
  std::string current = index_->other_name(name);
  for (unsigned depth = 0; depth < kMaxMirrors && !current.empty(); ++depth) {
    if (const Api* api = index_->find_exact(current); api != nullptr) return api;
    current = index_->other_name(current);
  }
  return nullptr;
}

std::string_view Catalog::family_of(std::string_view name) const {
  std::string current(name);
  for (unsigned depth = 0; depth < kMaxMirrors && !current.empty(); ++depth) {
    const Api* api = index_->find_exact(current);
    if (api != nullptr && !own_family(*api).empty()) return own_family(*api);
    const Namespace* space = index_->namespace_of(current);
    if (space != nullptr && !space->family.empty()) return space->family;
    current = index_->other_name(current);
  }
  return {};
}

bool Catalog::has_prefix(std::string_view name) const {
  std::string current(name);
  for (unsigned depth = 0; depth < kMaxMirrors && !current.empty(); ++depth) {
    if (index_->has_exact_prefix(current)) return true;
    current = index_->other_name(current);
  }
  return false;
}

bool Catalog::leads_to_process(std::string_view name) const {
  if (index_->process_prefixes.contains(name)) return true;
  std::string current(name);
  for (unsigned depth = 0; depth < kMaxMirrors; ++depth) {
    const Namespace* mirror = index_->namespace_of(current);
    if (mirror == nullptr) return false;
    current = std::string(mirror->mirrors) + current.substr(mirror->name.size());
    if (index_->process_prefixes.contains(current)) return true;
  }
  return false;
}

bool Catalog::leads_to_native(std::string_view name) const { return index_->native_prefixes.contains(name); }

const Family* Catalog::family(std::string_view name) const {
  for (const Tables& layer : index_->layers) {
    for (const Family& family : layer.families) {
      if (family.name == name) return &family;
    }
  }
  return nullptr;
}

// Importing a package is part of importing what lies in it.
const ImportHazard* Catalog::import_hazard(std::string_view module) const {
  const ImportHazard* nearest = nullptr;
  for (const Tables& layer : index_->layers) {
    for (const ImportHazard& hazard : layer.import_hazards) {
      const bool nearer = nearest == nullptr || hazard.module.size() > nearest->module.size();
      if (nearer && is_at_or_below(module, hazard.module)) nearest = &hazard;
    }
  }
  return nearest;
}

const Setting* Catalog::setting(std::string_view name) const {
  for (const Tables& layer : index_->layers) {
    for (const Setting& setting : layer.settings) {
      if (setting.name == name) return &setting;
    }
  }
  return nullptr;
}

const Unpicklable* Catalog::unpicklable(std::string_view name) const {
  for (const Tables& layer : index_->layers) {
    const auto found = std::lower_bound(
        layer.unpicklables.begin(), layer.unpicklables.end(), name,
        [](const Unpicklable& entry, std::string_view wanted) { return entry.name < wanted; });
    if (found != layer.unpicklables.end() && found->name == name) return &*found;
  }
  return nullptr;
}

std::optional<NativeEffect> Catalog::native_effect(std::string_view name) {
  if (name.empty()) return std::nullopt;
  const std::span<const NativeFunction> all = kBuiltinTables.native_functions;
  // What begins a name sorts before it. The longest that does says what it is.
  auto at = std::upper_bound(
      all.begin(), all.end(), name,
      [](std::string_view wanted, const NativeFunction& entry) { return wanted < entry.name; });
  while (at != all.begin()) {
    --at;
    if (at->is_prefix ? name.starts_with(at->name) : name == at->name) return at->effect;
    if (at->name.front() != name.front()) break;
  }
  return std::nullopt;
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
