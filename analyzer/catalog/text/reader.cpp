// From TOML to records. Every mistake is told with the line on which it stands.
#include <fmt/format.h>

#include <toml++/toml.h>

#include <algorithm>

#include "base/text.h"
#include "catalog/text/records.h"

namespace forklint::catalog {
namespace {

using Names = std::span<const std::string_view>;

constexpr std::string_view kTables[] = {"api",           "namespace",   "family",
                                        "import-hazard", "environment", "setting"};

// In the order of the enumerations that they name.
constexpr std::string_view kCreates[] = {"", "process", "executor", "dataloader", "fork", "preexec"};
constexpr std::string_view kHazards[] = {
    "", "native-callbacks", "native-threads", "python-threads", "accelerator", "shared-state"};
constexpr std::string_view kTests[] = {"given",         "absent", "true",      "positive",
                                       "more-than-one", "equals", "not-equals"};

// Thrown and caught in this file only: a mistake in the text ends the reading, wherever it was met.
struct Mistake {
  std::string message;
};

class Reader {
 public:
  Reader(const ReadOptions& options, RecordSet& into) : options_(options), into_(into) {
    file_ = into.keep(options.path);
  }

  void read(const toml::table& document) {
    const toml::table* table = &document;
    for (std::size_t begin = 0; begin < options_.prefix.size();) {
      const std::size_t end = std::min(options_.prefix.find('.', begin), options_.prefix.size());
      const toml::node* inner = table->get(options_.prefix.substr(begin, end - begin));
      if (inner == nullptr) return;
      table = inner->as_table();
      if (table == nullptr) return;
      begin = end + 1;
    }
    for (const auto& [key, node] : *table) read_table(key.str(), node);
  }

 private:
  [[noreturn]] void mistake(const toml::node& node, const std::string& cause) const {
    throw Mistake{fmt::format("{}:{}: {}", options_.path, node.source().begin.line, cause)};
  }

  void read_table(std::string_view key, const toml::node& node) {
    if (std::find(std::begin(kTables), std::end(kTables), key) == std::end(kTables)) {
      if (!options_.only_catalog) return;
      mistake(node, fmt::format("unknown table '{}'{}", key, text::suggestion(key, Names(kTables))));
    }
    const toml::array* list = node.as_array();
    if (list == nullptr) mistake(node, fmt::format("'{0}' is a list of tables: write [[{0}]]", key));
    for (const toml::node& element : *list) {
      const toml::table* record = element.as_table();
      if (record == nullptr) mistake(element, fmt::format("'{0}' is a list of tables: write [[{0}]]", key));
      if (key == "api") read_api(*record);
      if (key == "namespace") read_namespace(*record);
      if (key == "family") read_family(*record);
      if (key == "import-hazard") read_import_hazard(*record);
      if (key == "environment" || key == "setting") read_setting(*record, key == "environment");
    }
  }

  void check_keys(const toml::table& table, Names known) const {
    for (const auto& [key, node] : table) {
      if (std::find(known.begin(), known.end(), key.str()) != known.end()) continue;
      mistake(node, fmt::format("unknown key '{}'{}", key.str(), text::suggestion(key.str(), known)));
    }
  }

  std::string_view text(const toml::table& table, std::string_view key, bool required = false) {
    const toml::node* node = table.get(key);
    if (node == nullptr) {
      if (required) mistake(table, fmt::format("'{}' is missing", key));
      return {};
    }
    const auto value = node->value_exact<std::string>();
    if (!value) mistake(*node, fmt::format("'{}' is a text", key));
    if (required && value->empty()) mistake(*node, fmt::format("'{}' is empty", key));
    return into_.keep(*value);
  }

  bool flag(const toml::table& table, std::string_view key) const {
    const toml::node* node = table.get(key);
    if (node == nullptr) return false;
    const auto value = node->value_exact<bool>();
    if (!value) mistake(*node, fmt::format("'{}' is true or false", key));
    return *value;
  }

  Names texts(const toml::table& table, std::string_view key) {
    const toml::node* node = table.get(key);
    if (node == nullptr) return {};
    const toml::array* list = node->as_array();
    if (list == nullptr) mistake(*node, fmt::format("'{}' is a list of texts", key));
    std::vector<std::string_view> values;
    for (const toml::node& element : *list) {
      const auto value = element.value_exact<std::string>();
      if (!value) mistake(element, fmt::format("'{}' is a list of texts", key));
      values.push_back(into_.keep(*value));
    }
    return into_.keep(std::move(values));
  }

  template <typename Enum>
  Enum word(const toml::table& table, std::string_view key, Names words) {
    const std::string_view value = text(table, key);
    const auto found = std::find(words.begin(), words.end(), value);
    if (found == words.end()) {
      mistake(*table.get(key),
              fmt::format("'{}' is no value of '{}'{}", value, key, text::suggestion(value, words)));
    }
    return static_cast<Enum>(found - words.begin());
  }

  StartMethod method(const toml::table& table, std::string_view key) {
    const std::string_view name = text(table, key, true);
    if (const auto method = start_method_named(name)) return *method;
    mistake(*table.get(key), fmt::format("'{}' is no start method (fork, spawn or forkserver)", name));
  }

  std::optional<PythonVersion> since(const toml::table& table) {
    const std::string_view value = text(table, "since");
    if (value.empty()) return std::nullopt;
    const auto version = python_version_named(value);
    if (!version) mistake(*table.get("since"), fmt::format("'{}' is no Python version", value));
    return version;
  }

  // The tables in a list such as `when = [{...}, {...}]`.
  std::vector<const toml::table*> tables(const toml::table& table, std::string_view key) const {
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

  void check_parameter(const toml::node& where, const Api& api, std::string_view name) const {
    if (!api.has_signature) return;
    for (const ParameterSpec& spec : api.parameters) {
      if (spec.name == name || spec.style == ParameterStyle::double_star) return;
    }
    mistake(where, fmt::format("the signature has no parameter '{}'", name));
  }

  std::span<const Condition> conditions(const toml::table& record, std::string_view key, const Api& api) {
    std::vector<Condition> list;
    for (const toml::table* table : tables(record, key)) {
      static constexpr std::string_view kKeys[] = {"parameter", "is", "value"};
      check_keys(*table, kKeys);
      Condition condition{.parameter = text(*table, "parameter", true)};
      text(*table, "is", true);
      condition.test = word<Test>(*table, "is", kTests);
      const bool compares = condition.test == Test::equals || condition.test == Test::not_equals;
      const toml::node* value = table->get("value");
      if (compares != (value != nullptr))
        mistake(*table, "'value' belongs to equals and not-equals, and only to them");
      if (compares) {
        condition.operands = value->is_array()
                                 ? texts(*table, "value")
                                 : into_.keep(std::vector<std::string_view>{text(*table, "value")});
      }
      check_parameter(*table, api, condition.parameter);
      list.push_back(condition);
    }
    return into_.keep(std::move(list));
  }

  std::span<const MethodFrom> start_methods(const toml::table& record, const Api& api) {
    std::vector<MethodFrom> list;
    for (const toml::table* table : tables(record, "start-method")) {
      static constexpr std::string_view kKeys[] = {"parameter", "implies", "environment",
                                                   "family",    "fixed",   "since"};
      check_keys(*table, kKeys);
      MethodFrom from{.since = since(*table)};
      if (table->contains("parameter")) {
        from.source = table->contains("implies") ? MethodSource::implied : MethodSource::parameter;
        from.name = text(*table, "parameter", true);
        if (table->contains("implies")) from.method = method(*table, "implies");
        check_parameter(*table, api, from.name);
      } else if (table->contains("environment")) {
        from.source = MethodSource::environment;
        from.name = text(*table, "environment", true);
      } else if (table->contains("fixed")) {
        from.source = MethodSource::fixed;
        from.method = method(*table, "fixed");
      } else if (table->contains("family")) {
        from.name = text(*table, "family", true);
      } else {
        mistake(*table, "a source of the start method is a parameter, environment, family or fixed");
      }
      list.push_back(from);
    }
    return into_.keep(std::move(list));
  }

  void check_source(const toml::table& record) {
    if (options_.needs_source) text(record, "source", true);
  }

  void read_api(const toml::table& record) {
    static constexpr std::string_view kKeys[] = {
        "name",       "also",          "class",          "signature",    "creates",      "when",
        "created-by", "unless-called", "by-subclassing", "as-decorator", "start-method", "sets",
        "context",    "pins",          "pins-when",      "primitive",    "returns",      "hazard",
        "hazard-of",  "hazard-by",     "hazard-ends",    "hazard-when",  "remedy",       "source"};
    check_keys(record, kKeys);
    check_source(record);
    Api api{.name = text(record, "name", true),
            .aliases = texts(record, "also"),
            .is_class = flag(record, "class")};
    api.file = file_;
    api.line = static_cast<std::uint32_t>(record.source().begin.line);
    if (const toml::node* signature = record.get("signature"); signature != nullptr) {
      auto parameters = parse_signature(text(record, "signature"), into_);
      if (!parameters) mistake(*signature, parameters.error().message);
      api.has_signature = true;
      api.parameters = into_.keep(std::move(*parameters));
    }
    api.creates = word<Creates>(record, "creates", kCreates);
    api.when = conditions(record, "when", api);
    api.created_by = texts(record, "created-by");
    api.unless_called = texts(record, "unless-called");
    api.by_subclassing = flag(record, "by-subclassing");
    api.as_decorator = flag(record, "as-decorator");
    api.start_method = start_methods(record, api);
    api.sets_family = text(record, "sets");
    api.context_family = text(record, "context");
    api.pins_family = text(record, "pins");
    api.pins_when = conditions(record, "pins-when", api);
    api.primitive_family = text(record, "primitive");
    api.returns = text(record, "returns");
    api.hazard = word<Hazard>(record, "hazard", kHazards);
    api.hazard_of = text(record, "hazard-of");
    api.hazard_by = texts(record, "hazard-by");
    api.hazard_ends = texts(record, "hazard-ends");
    api.hazard_when = conditions(record, "hazard-when", api);
    api.remedy = text(record, "remedy");
    if (!api.remedy.empty() && !api.remedy.ends_with('.'))
      mistake(*record.get("remedy"), "a remedy ends with a full stop");
    const bool chooses = api.creates == Creates::process || api.creates == Creates::executor ||
                         api.creates == Creates::dataloader;
    if (chooses && api.start_method.empty()) mistake(record, "'start-method' is missing: who chooses it?");
    into_.apis.push_back(api);
  }

  void read_namespace(const toml::table& record) {
    static constexpr std::string_view kKeys[] = {"name", "mirrors", "family", "source"};
    check_keys(record, kKeys);
    check_source(record);
    into_.namespaces.push_back(
        {text(record, "name", true), text(record, "mirrors", true), text(record, "family")});
  }

  void read_family(const toml::table& record) {
    static constexpr std::string_view kKeys[] = {"name", "linux", "macos", "windows", "source"};
    check_keys(record, kKeys);
    check_source(record);
    std::vector<FamilyDefault> defaults;
    for (Platform platform : {Platform::linux_, Platform::macos, Platform::windows}) {
      for (const toml::table* table : tables(record, name_of(platform))) {
        static constexpr std::string_view kDefaultKeys[] = {"method", "since"};
        check_keys(*table, kDefaultKeys);
        defaults.push_back({platform, method(*table, "method"), since(*table)});
      }
    }
    into_.families.push_back({text(record, "name", true), into_.keep(std::move(defaults))});
  }

  void read_import_hazard(const toml::table& record) {
    static constexpr std::string_view kKeys[] = {"module", "hazard", "hazard-of", "source"};
    check_keys(record, kKeys);
    check_source(record);
    text(record, "hazard", true);
    into_.import_hazards.push_back({text(record, "module", true), word<Hazard>(record, "hazard", kHazards),
                                    text(record, "hazard-of", true)});
  }

  void read_setting(const toml::table& record, bool is_environment) {
    static constexpr std::string_view kKeys[] = {"name", "source"};
    check_keys(record, kKeys);
    check_source(record);
    into_.settings.push_back({text(record, "name", true), is_environment});
  }

  const ReadOptions& options_;
  RecordSet& into_;
  std::string_view file_;
};

}  // namespace

Result<void> read_records(std::string_view toml, const ReadOptions& options, RecordSet& into) {
  try {
    Reader(options, into).read(toml::parse(toml, options.path));
  } catch (const toml::parse_error& error) {
    return fail(fmt::format("{}:{}: {}", options.path, error.source().begin.line, error.description()));
  } catch (const Mistake& mistake) {
    return fail(mistake.message);
  }
  return {};
}

}  // namespace forklint::catalog
