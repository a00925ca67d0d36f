// Finds the project root and reads its settings. Every mistake is told with file and line.
#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <initializer_list>

#include "base/path.h"
#include "base/text.h"
#include "workspace/settings.h"

namespace forklint::workspace {
namespace {

constexpr std::string_view kPyproject = "pyproject.toml";
constexpr std::string_view kForklint = "forklint.toml";

constexpr std::string_view kKeys[] = {
    "select",        "ignore",         "extend-select",        "per-file-ignores",
    "exclude",       "extend-exclude", "respect-ignore-files", "force-exclude",
    "target-python", "platform",       "output-format",        "show-suppressed",
    "exit-zero",     "max-file-size"};
// Read by the catalog.
constexpr std::string_view kCatalogKeys[] = {"api",           "namespace",   "family",
                                             "import-hazard", "environment", "setting"};

// Thrown and caught in this file only.
struct Mistake {
  std::string message;
};

class SettingsReader {
 public:
  explicit SettingsReader(std::string path) : path_(std::move(path)) {}

  Settings read(const toml::table& table) {
    for (const auto& [key, node] : table) read_key(key.str(), node);
    return std::move(settings_);
  }
  bool has_catalog() const { return has_catalog_; }

 private:
  [[noreturn]] void mistake(const toml::node& node, const std::string& cause) const {
    throw Mistake{fmt::format("{}:{}: {}", path_, node.source().begin.line, cause)};
  }

  void read_key(std::string_view key, const toml::node& node) {
    if (std::find(std::begin(kCatalogKeys), std::end(kCatalogKeys), key) != std::end(kCatalogKeys)) {
      has_catalog_ = true;
    } else if (key == "select") {
      settings_.select = texts(key, node);
    } else if (key == "ignore") {
      settings_.ignore = texts(key, node);
    } else if (key == "extend-select") {
      settings_.extend_select = texts(key, node);
    } else if (key == "exclude") {
      settings_.exclude = texts(key, node);
    } else if (key == "extend-exclude") {
      settings_.extend_exclude = texts(key, node);
    } else if (key == "per-file-ignores") {
      read_per_file_ignores(node);
    } else if (key == "respect-ignore-files") {
      settings_.respect_ignore_files = value<bool>(key, node, "true or false");
    } else if (key == "force-exclude") {
      settings_.force_exclude = value<bool>(key, node, "true or false");
    } else if (key == "show-suppressed") {
      settings_.show_suppressed = value<bool>(key, node, "true or false");
    } else if (key == "exit-zero") {
      settings_.exit_zero = value<bool>(key, node, "true or false");
    } else if (key == "target-python") {
      settings_.target_python =
          python_version_named(value<std::string>(key, node, "a text such as \"3.11\""));
      if (!settings_.target_python) mistake(node, "'target-python' is a version such as \"3.11\"");
    } else if (key == "platform") {
      settings_.platform = one_of(key, node, {"linux", "macos", "all"});
    } else if (key == "output-format") {
      settings_.output_format = one_of(key, node, {"full", "concise", "json", "sarif"});
    } else if (key == "max-file-size") {
      const auto bytes = value<std::int64_t>(key, node, "a number of bytes");
      if (bytes <= 0) mistake(node, "'max-file-size' is a number of bytes above 0");
      settings_.max_file_size = static_cast<std::uint64_t>(bytes);
    } else {
      mistake(node, fmt::format("unknown key '{}'{}", key, text::suggestion(key, std::span(kKeys))));
    }
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

const toml::table* table_at(const toml::table& document, std::initializer_list<std::string_view> keys) {
  const toml::table* table = &document;
  for (std::string_view key : keys) {
    const toml::node* node = table->get(key);
    table = node == nullptr ? nullptr : node->as_table();
    if (table == nullptr) return nullptr;
  }
  return table;
}

// A file of the project and its text.
struct Document {
  std::string path;  // relative to the root
  std::string text;
  toml::table table;
};

Document parse_document(const std::string& path, std::string text) {
  try {
    toml::table table = toml::parse(text, path);
    return {path, std::move(text), std::move(table)};
  } catch (const toml::parse_error& error) {
    throw Mistake{fmt::format("{}:{}: {}", path, error.source().begin.line, error.description())};
  }
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

std::optional<Document> document_at(const FileSystem& files, const std::string& root, std::string_view name) {
  const std::string path = path::join(root, name);
  if (files.status(path).kind != FileKind::file) return std::nullopt;
  Result<std::string> text = files.read(path);
  if (!text) throw Mistake{text.error().message};
  return parse_document(std::string(name), std::move(*text));
}

// The value's bytes inside its quotes, found again in the text of its line.
RequiresPython declared(const Document& document, const toml::node& node, const std::string& specifier) {
  std::size_t begin = 0;
  for (toml::source_index line = 1; line < node.source().begin.line; ++line)
    begin = document.text.find('\n', begin) + 1;
  const std::size_t found = document.text.find(specifier, begin);
  RequiresPython requires_python{specifier, document.path, {}};
  if (found != std::string::npos) {
    requires_python.span = {static_cast<std::uint32_t>(found),
                            static_cast<std::uint32_t>(found + specifier.size())};
  }
  return requires_python;
}

std::optional<RequiresPython> specifier_at(const Document& document, const toml::table* table,
                                           std::string_view key) {
  const toml::node* node = table == nullptr ? nullptr : table->get(key);
  if (node == nullptr) return std::nullopt;
  const auto specifier = node->value_exact<std::string>();
  return specifier ? std::optional(declared(document, *node, *specifier)) : std::nullopt;
}

std::optional<RequiresPython> requires_python_in(const Document& document) {
  auto found = specifier_at(document, table_at(document.table, {"project"}), "requires-python");
  if (found) return found;
  return specifier_at(document, table_at(document.table, {"tool", "poetry", "dependencies"}), "python");
}

// `python_requires = >=3.8` of [options] in a setup.cfg.
std::optional<RequiresPython> requires_python_in_setup_cfg(const FileSystem& files, const std::string& root) {
  constexpr std::string_view kName = "setup.cfg";
  constexpr std::string_view kKey = "python_requires";
  const std::string path = path::join(root, kName);
  if (files.status(path).kind != FileKind::file) return std::nullopt;
  const Result<std::string> text = files.read(path);
  if (!text) return std::nullopt;
  for (std::size_t begin = 0; begin < text->size();) {
    const std::size_t end = std::min(text->find('\n', begin), text->size());
    const std::string_view line = std::string_view(*text).substr(begin, end - begin);
    const std::size_t equals = line.find_first_of("=:");
    if (line.starts_with(kKey) && equals != line.npos) {
      const std::size_t first = line.find_first_not_of(" \t", equals + 1);
      if (first == line.npos) return std::nullopt;
      const std::size_t last = line.find_last_not_of(" \t\r");
      const Span span{static_cast<std::uint32_t>(begin + first),
                      static_cast<std::uint32_t>(begin + last + 1)};
      return RequiresPython{std::string(line.substr(first, last + 1 - first)), std::string(kName), span};
    }
    begin = end + 1;
  }
  return std::nullopt;
}

std::string root_of(const FileSystem& files, const std::string& start) {
  const std::string resolved = files.resolve(start);
  for (std::string folder = resolved;; folder = std::string(path::parent(folder))) {
    for (std::string_view mark : {kPyproject, kForklint, std::string_view(".git")}) {
      if (files.status(path::join(folder, mark)).kind != FileKind::missing) return folder;
    }
    if (path::parent(folder) == folder) return resolved;
  }
}

// The project but for its settings; `pyproject` is what its pyproject.toml holds, if it has one.
Project project_at(const FileSystem& files, const std::string& start, std::optional<Document>& pyproject) {
  Project project{.root = root_of(files, start)};
  pyproject = document_at(files, project.root, kPyproject);
  if (pyproject) project.requires_python = requires_python_in(*pyproject);
  if (!project.requires_python) project.requires_python = requires_python_in_setup_cfg(files, project.root);
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
    const toml::table* inner = pyproject ? table_at(pyproject->table, {"tool", "forklint"}) : nullptr;
    if (own && inner != nullptr) {
      throw Mistake{
          "forklint.toml and [tool.forklint] of pyproject.toml both hold settings; keep one of them"};
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
    const toml::table* table =
        is_pyproject ? table_at(document.table, {"tool", "forklint"}) : &document.table;
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
