// Finds the project root and reads its settings. Every mistake is told with file and line.
#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>

#include "base/path.h"
#include "base/text.h"
#include "workspace/launch_line.h"
#include "workspace/requires_python.h"
#include "workspace/settings.h"
#include "workspace/toml_document.h"

namespace forklint::workspace {
namespace {

constexpr std::string_view kPyproject = "pyproject.toml";
constexpr std::string_view kForklint = "forklint.toml";

// The keys by the type of their value; those of the catalog are read by the catalog.
constexpr std::pair<std::string_view, std::optional<std::vector<std::string>> Settings::*> kLists[] = {
    {"select", &Settings::select}, {"ignore", &Settings::ignore}, {"exclude", &Settings::exclude}};
constexpr std::pair<std::string_view, std::vector<std::string> Settings::*> kMoreLists[] = {
    {"extend-select", &Settings::extend_select}, {"extend-exclude", &Settings::extend_exclude}};
constexpr std::pair<std::string_view, std::optional<bool> Settings::*> kSwitches[] = {
    {"respect-ignore-files", &Settings::respect_ignore_files},
    {"force-exclude", &Settings::force_exclude},
    {"show-suppressed", &Settings::show_suppressed},
    {"unsafe-fixes", &Settings::unsafe_fixes},
    {"exit-zero", &Settings::exit_zero}};
constexpr std::string_view kOtherKeys[] = {"per-file-ignores", "target-python", "platform",  "output-format",
                                           "max-file-size",    "start-method",  "fix-style", "entry-points"};
constexpr std::string_view kCatalogKeys[] = {"api",         "namespace", "family",     "import-hazard",
                                             "environment", "setting",   "unpicklable"};

// The entry of a table of keys; null where the key is not in it.
template <typename Entries>
const auto* entry(const Entries& entries, std::string_view key) {
  const auto* const found = std::find_if(std::begin(entries), std::end(entries),
                                         [&](const auto& each) { return each.first == key; });
  return found == std::end(entries) ? nullptr : found;
}

std::vector<std::string_view> all_keys() {
  std::vector<std::string_view> keys(std::begin(kOtherKeys), std::end(kOtherKeys));
  keys.insert(keys.end(), std::begin(kCatalogKeys), std::end(kCatalogKeys));
  for (const auto& [key, member] : kLists) keys.push_back(key);
  for (const auto& [key, member] : kMoreLists) keys.push_back(key);
  for (const auto& [key, member] : kSwitches) keys.push_back(key);
  return keys;
}

class SettingsReader {
 public:
  explicit SettingsReader(std::string path) : path_(std::move(path)) {}

  Settings read(const toml::table& table) {
    settings_.path = path_;
    for (const auto& [key, node] : table) {
      const bool is_known = read_list(key.str(), node) || read_switch(key.str(), node) ||
                            read_other(key.str(), node) || is_of_catalog(key.str());
      if (is_known) continue;
      const std::vector<std::string_view> keys = all_keys();
      mistake(key.source(), fmt::format("unknown key '{}'{}", key.str(), text::suggestion(key.str(), keys)));
    }
    return std::move(settings_);
  }
  bool has_catalog() const { return has_catalog_; }

 private:
  [[noreturn]] void mistake(const toml::source_region& place, const std::string& cause) const {
    throw Mistake{fmt::format("{}:{}: {}", path_, place.begin.line, cause)};
  }
  [[noreturn]] void mistake(const toml::node& node, const std::string& cause) const {
    mistake(node.source(), cause);
  }

  bool is_of_catalog(std::string_view key) {
    const bool found =
        std::find(std::begin(kCatalogKeys), std::end(kCatalogKeys), key) != std::end(kCatalogKeys);
    has_catalog_ = has_catalog_ || found;
    return found;
  }

  bool read_list(std::string_view key, const toml::node& node) {
    if (const auto* list = entry(kLists, key)) {
      settings_.*list->second = texts(key, node);
      return true;
    }
    if (const auto* list = entry(kMoreLists, key)) {
      settings_.*list->second = texts(key, node);
      return true;
    }
    return false;
  }

  bool read_switch(std::string_view key, const toml::node& node) {
    const auto* known = entry(kSwitches, key);
    if (known != nullptr) settings_.*known->second = value<bool>(key, node, "true or false");
    return known != nullptr;
  }

  bool read_other(std::string_view key, const toml::node& node) {
    if (key == "per-file-ignores") {
      read_per_file_ignores(node);
    } else if (key == "target-python") {
      constexpr std::string_view kWhat = R"(a version from "3.6" to "3.15", as a text)";
      settings_.target_python = python_version_named(value<std::string>(key, node, kWhat));
      if (!settings_.target_python || !is_supported(*settings_.target_python))
        mistake(node, fmt::format("'{}' is {}", key, kWhat));
    } else if (key == "platform") {
      settings_.platform = one_of(key, node, {"linux", "macos", "all"});
    } else if (key == "output-format") {
      settings_.output_format = one_of(key, node, {"full", "concise", "json", "sarif"});
    } else if (key == "start-method") {
      settings_.start_method = one_of(key, node, {"auto", "spawn", "forkserver"});
    } else if (key == "fix-style") {
      settings_.fix_style = one_of(key, node, {"call-site", "entry-point"});
    } else if (key == "entry-points") {
      read_entry_points(node);
    } else if (key == "max-file-size") {
      const auto bytes = value<std::int64_t>(key, node, "a number of bytes");
      if (bytes <= 0) mistake(node, "'max-file-size' is a number of bytes above 0");
      settings_.max_file_size = static_cast<std::uint64_t>(bytes);
    } else {
      return false;
    }
    return true;
  }

  template <typename T>
  T value(std::string_view key, const toml::node& node, std::string_view what) const {
    const auto found = node.value_exact<T>();
    if (!found) mistake(node, fmt::format("'{}' is {}", key, what));
    return *found;
  }

  std::string one_of(std::string_view key, const toml::node& node,
                     std::initializer_list<std::string_view> choices) const {
    const auto chosen = value<std::string>(key, node, "a text");
    if (std::find(choices.begin(), choices.end(), chosen) == choices.end()) {
      const std::vector<std::string> names(choices.begin(), choices.end());
      mistake(node, fmt::format("'{}' is {}, not '{}'", key, text::join_words(names, "or"), chosen));
    }
    return chosen;
  }

  std::vector<std::string> texts(std::string_view key, const toml::node& node) const {
    const toml::array* list = node.as_array();
    if (list == nullptr) mistake(node, fmt::format("'{}' is a list of texts", key));
    std::vector<std::string> values;
    for (const toml::node& element : *list) {
      const auto text = element.value_exact<std::string>();
      if (!text) mistake(element, fmt::format("'{}' is a list of texts", key));
      values.push_back(*text);
    }
    return values;
  }

  void read_entry_points(const toml::node& node) {
    for (const std::string& text : texts("entry-points", node)) {
      std::optional<DeclaredEntry> entry = entry_in_settings(text);
      if (!entry) mistake(node, no_entry_point(text, "entry-points"));
      entry->path = path_;
      entry->line = node.source().begin.line;
      settings_.entry_points.push_back(std::move(*entry));
    }
  }

  void read_per_file_ignores(const toml::node& node) {
    const toml::table* table = node.as_table();
    if (table == nullptr) mistake(node, "'per-file-ignores' is a table from patterns to lists of rules");
    for (const auto& [pattern, rules] : *table) {
      settings_.per_file_ignores.push_back({std::string(pattern.str()), texts(pattern.str(), rules)});
    }
  }

  std::string path_;
  Settings settings_;
  bool has_catalog_ = false;
};

// [tool.forklint], where the document has it.
const toml::table* forklint_table(const Document& document) {
  const toml::table* tools = table_at(document.table, {"tool"});
  const toml::node* node = tools == nullptr ? nullptr : tools->get("forklint");
  if (node != nullptr && !node->is_table()) {
    throw Mistake{fmt::format("{}:{}: 'tool.forklint' is a table: write [tool.forklint]", document.path,
                              node->source().begin.line)};
  }
  return node == nullptr ? nullptr : node->as_table();
}

Settings settings_in(const Document& document, const toml::table& table, std::string_view prefix) {
  SettingsReader reader(document.path);
  Settings settings = reader.read(table);
  if (reader.has_catalog()) {
    settings.catalog_path = document.path;
    settings.catalog_text = document.text;
    settings.catalog_prefix = prefix;
  }
  return settings;
}

std::string root_of(const FileSystem& files, const std::string& start) {
  std::string resolved = files.resolve(start);
  for (std::string folder = resolved;; folder = std::string(path::parent(folder))) {
    for (const std::string_view mark : {kPyproject, kForklint, std::string_view(".git")}) {
      if (files.status(path::join(folder, mark)).kind != FileKind::missing) return folder;
    }
    if (path::parent(folder) == folder) return resolved;
  }
}

bool is_installable(const FileSystem& files, const std::string& root,
                    const std::optional<Document>& pyproject) {
  if (files.status(path::join(root, "setup.py")).kind == FileKind::file) return true;
  return pyproject && (table_at(pyproject->table, {"project"}) != nullptr ||
                       table_at(pyproject->table, {"tool", "poetry"}) != nullptr);
}

// The project but for its settings; `pyproject` is what its pyproject.toml holds, if it has one.
Project project_at(const FileSystem& files, const std::string& start, std::optional<Document>& pyproject) {
  Project project{.root = root_of(files, start)};
  pyproject = document_at(files, project.root, kPyproject);
  if (pyproject) project.requires_python = requires_python_in(*pyproject);
  if (!project.requires_python) project.requires_python = requires_python_in_setup_cfg(files, project.root);
  project.scripts = declared_in_metadata(files, project.root);
  project.is_installable = is_installable(files, project.root, pyproject);
  return project;
}

template <typename Read>
Result<Project> guarded(Read read) {
  try {
    return read();
  } catch (const Mistake& mistake) {
    return fail(mistake.message);
  }
}

}  // namespace

Result<Project> load_project(const FileSystem& files, const std::string& start_directory) {
  return guarded([&] {
    std::optional<Document> pyproject;
    Project project = project_at(files, start_directory, pyproject);
    const std::optional<Document> own = document_at(files, project.root, kForklint);
    const toml::table* inner = pyproject ? forklint_table(*pyproject) : nullptr;
    if (own && inner != nullptr) {
      throw Mistake{fmt::format("{}:{}: [tool.forklint] and {} both hold settings; keep one of them",
                                pyproject->path, inner->source().begin.line, own->path)};
    }
    if (own) project.settings = settings_in(*own, own->table, "");
    if (inner != nullptr) project.settings = settings_in(*pyproject, *inner, "tool.forklint");
    return project;
  });
}

Result<Project> load_project_with(const FileSystem& files, const std::string& start_directory,
                                  const std::string& settings_path) {
  return guarded([&] {
    std::optional<Document> pyproject;
    Project project = project_at(files, start_directory, pyproject);
    Result<std::string> text = files.read(settings_path);
    if (!text) throw Mistake{text.error().message};
    const Document document = parse_document(settings_path, std::move(*text));
    const bool is_pyproject = path::name(settings_path) == kPyproject;
    const toml::table* table = is_pyproject ? forklint_table(document) : &document.table;
    if (table != nullptr)
      project.settings = settings_in(document, *table, is_pyproject ? "tool.forklint" : "");
    return project;
  });
}

Result<Project> bare_project(const FileSystem& files, const std::string& start_directory) {
  return guarded([&] {
    std::optional<Document> pyproject;
    return project_at(files, start_directory, pyproject);
  });
}

}  // namespace forklint::workspace
