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

// The keys by the type of their value; those of the catalog are read by the catalog.
constexpr std::pair<std::string_view, std::optional<std::vector<std::string>> Settings::*> kLists[] = {
    {"select", &Settings::select}, {"ignore", &Settings::ignore}, {"exclude", &Settings::exclude}};
constexpr std::pair<std::string_view, std::vector<std::string> Settings::*> kMoreLists[] = {
    {"extend-select", &Settings::extend_select}, {"extend-exclude", &Settings::extend_exclude}};
constexpr std::pair<std::string_view, std::optional<bool> Settings::*> kSwitches[] = {
    {"respect-ignore-files", &Settings::respect_ignore_files},
    {"force-exclude", &Settings::force_exclude},
    {"show-suppressed", &Settings::show_suppressed},
    {"exit-zero", &Settings::exit_zero}};
constexpr std::string_view kOtherKeys[] = {"per-file-ignores", "target-python", "platform", "output-format",
                                           "max-file-size"};
constexpr std::string_view kCatalogKeys[] = {"api",           "namespace",   "family",
                                             "import-hazard", "environment", "setting"};

std::vector<std::string_view> all_keys() {
  std::vector<std::string_view> keys(std::begin(kOtherKeys), std::end(kOtherKeys));
  keys.insert(keys.end(), std::begin(kCatalogKeys), std::end(kCatalogKeys));
  for (const auto& [key, member] : kLists) keys.push_back(key);
  for (const auto& [key, member] : kMoreLists) keys.push_back(key);
  for (const auto& [key, member] : kSwitches) keys.push_back(key);
  return keys;
}

// Thrown and caught in this file only.
struct Mistake {
  std::string message;
};

class SettingsReader {
 public:
  explicit SettingsReader(std::string path) : path_(std::move(path)) {}

  Settings read(const toml::table& table) {
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
    for (const auto& [known, member] : kLists) {
      if (key == known) settings_.*member = texts(key, node);
      if (key == known) return true;
    }
    for (const auto& [known, member] : kMoreLists) {
      if (key == known) settings_.*member = texts(key, node);
      if (key == known) return true;
    }
    return false;
  }

  bool read_switch(std::string_view key, const toml::node& node) {
    for (const auto& [known, member] : kSwitches) {
      if (key == known) settings_.*member = value<bool>(key, node, "true or false");
      if (key == known) return true;
    }
    return false;
  }

  bool read_other(std::string_view key, const toml::node& node) {
    if (key == "per-file-ignores") {
      read_per_file_ignores(node);
    } else if (key == "target-python") {
      constexpr std::string_view kWhat = "a version such as \"3.11\", as a text";
      settings_.target_python = python_version_named(value<std::string>(key, node, kWhat));
      if (!settings_.target_python) mistake(node, fmt::format("'{}' is {}", key, kWhat));
    } else if (key == "platform") {
      settings_.platform = one_of(key, node, {"linux", "macos", "all"});
    } else if (key == "output-format") {
      settings_.output_format = one_of(key, node, {"full", "concise", "json", "sarif"});
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

std::optional<Document> document_at(const FileSystem& files, const std::string& root, std::string_view name) {
  const std::string path = path::join(root, name);
  if (files.status(path).kind != FileKind::file) return std::nullopt;
  Result<std::string> text = files.read(path);
  if (!text) throw Mistake{text.error().message};
  return parse_document(std::string(name), std::move(*text));
}

// Columns count code points.
std::size_t offset_of(std::string_view text, const toml::source_position& position) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  std::size_t offset = position.line == 1 && text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  for (toml::source_index line = 1; line < position.line; ++line) offset = text.find('\n', offset) + 1;
  for (toml::source_index column = 1; column < position.column && offset < text.size(); ++column) {
    offset += text::decode(text, offset).size;
  }
  return offset;
}

// The bytes of a text value inside of its quotes.
Span span_of(const Document& document, const toml::node& node, const std::string& value) {
  const std::size_t begin = offset_of(document.text, node.source().begin);
  const std::size_t end = offset_of(document.text, node.source().end);
  // Behind a line break or with escapes in it, the value is not all that stands between the quotes.
  const std::size_t found = document.text.find(value, begin + 1);
  const bool is_verbatim = found != std::string::npos && found + value.size() < end;
  return is_verbatim
             ? Span{static_cast<std::uint32_t>(found), static_cast<std::uint32_t>(found + value.size())}
             : Span{static_cast<std::uint32_t>(begin + 1), static_cast<std::uint32_t>(end - 1)};
}

std::optional<RequiresPython> specifier_at(const Document& document, const toml::table* table,
                                           std::string_view key) {
  const toml::node* node = table == nullptr ? nullptr : table->get(key);
  if (node == nullptr) return std::nullopt;
  const auto specifier = node->value_exact<std::string>();
  if (!specifier) return std::nullopt;
  return RequiresPython{*specifier, document.path, span_of(document, *node, *specifier),
                        node->source().begin.line};
}

std::optional<RequiresPython> requires_python_in(const Document& document) {
  auto found = specifier_at(document, table_at(document.table, {"project"}), "requires-python");
  if (found) return found;
  return specifier_at(document, table_at(document.table, {"tool", "poetry", "dependencies"}), "python");
}

// `python_requires = >=3.8` of [options] in a setup.cfg, line by line. The value may stand on a line of its
// own below its key, indented.
class SetupConfig {
 public:
  std::optional<RequiresPython> read(std::string_view text) {
    for (std::size_t begin = 0; begin < text.size() && !found_; ++number_) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      read_line(text.substr(begin, end - begin), begin);
      begin = end + 1;
    }
    return std::move(found_);
  }

 private:
  void read_line(std::string_view line, std::size_t offset) {
    if (line.find_first_not_of(" \t\r") == line.npos) return;
    const bool is_indented = line.starts_with(' ') || line.starts_with('\t');
    if (is_indented && awaits_value_) take_value(line, offset, 0);
    if (is_indented || line.starts_with('#') || line.starts_with(';')) return;
    awaits_value_ = false;
    if (line.starts_with('[')) in_options_ = line.starts_with("[options]");
    const std::size_t equals = line.find_first_of("=:");
    if (!in_options_ || equals == line.npos) return;
    const std::string_view key = line.substr(0, line.find_last_not_of(" \t", equals - 1) + 1);
    if (key != "python_requires" && key != "python-requires") return;
    awaits_value_ = true;
    take_value(line, offset, equals + 1);
  }

  void take_value(std::string_view line, std::size_t offset, std::size_t from) {
    const std::size_t first = line.find_first_not_of(" \t\r", from);
    if (first == line.npos) return;
    const std::size_t last = line.find_last_not_of(" \t\r") + 1;
    found_ = RequiresPython{
        std::string(line.substr(first, last - first)),
        "setup.cfg",
        {static_cast<std::uint32_t>(offset + first), static_cast<std::uint32_t>(offset + last)},
        number_};
  }

  bool in_options_ = false;
  bool awaits_value_ = false;
  std::uint32_t number_ = 1;
  std::optional<RequiresPython> found_;
};

std::optional<RequiresPython> requires_python_in_setup_cfg(const FileSystem& files, const std::string& root) {
  const Result<std::string> text = files.read(path::join(root, "setup.cfg"));
  return text ? SetupConfig().read(*text) : std::nullopt;
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
