// From TOML to records. Every mistake is told with the line on which it stands.
#include <fmt/format.h>

#include <initializer_list>

#include "catalog/text/toml_access.h"

namespace forklint::catalog {
namespace {

using Kind = RecordSet::Kind;

constexpr std::string_view kTables[] = {"api",     "namespace",   "family",  "import-hazard", "environment",
                                        "setting", "unpicklable", "package", "native"};

// In the order of the enumerations that they name.
constexpr std::string_view kCreates[] = {"", "process", "executor", "dataloader", "fork", "preexec"};
constexpr std::string_view kHazards[] = {"",
                                         "native-callbacks",
                                         "native-threads",
                                         "python-threads",
                                         "accelerator",
                                         "accelerator-callbacks",
                                         "accelerator-probe",
                                         "shared-state",
                                         "lock"};
constexpr std::string_view kTests[] = {"given",   "absent",        "true",   "false",     "positive",
                                       "not-one", "more-than-one", "equals", "not-equals"};

constexpr std::string_view kNativeEffects[] = {"signal-safe", "unsafe", "starts-thread", "ends-thread",
                                               "starts-accelerator"};

class Reader {
 public:
  Reader(const ReadOptions& options, RecordSet& into)
      : options_(options), into_(into), toml_(options.path, into), file_(into.keep(options.path)) {}

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
    if (options_.only_catalog) toml_.check_keys(*table, kTables);
    for (const std::string_view key : kTables) read_tables(*table, key);
  }

 private:
  void read_tables(const toml::table& document, std::string_view key) {
    const toml::node* node = document.get(key);
    if (node == nullptr) return;
    if (!node->is_array()) toml_.mistake(*node, fmt::format("'{0}' is a list of tables: write [[{0}]]", key));
    for (const toml::table* record : toml_.tables(document, key)) {
      if (key == "api") read_api(*record);
      if (key == "namespace") read_namespace(*record);
      if (key == "family") read_family(*record);
      if (key == "import-hazard") read_import_hazard(*record);
      if (key == "unpicklable") read_unpicklables(*record);
      if (key == "package") read_package(*record);
      if (key == "native") read_native_functions(*record);
      if (key == "environment" || key == "setting") read_setting(*record, key == "environment");
      if (options_.needs_source) toml_.text(*record, "source", true);
    }
  }

  // The name under which a record is found.
  std::string_view define(Kind kind, const toml::table& record, std::string_view key = "name") {
    const std::string_view name = toml_.dotted(record, key, true);
    into_.definitions.push_back({kind, name, file_, toml_.line_of(*record.get(key))});
    return name;
  }

  // The name of a family that must exist; "" when the key is not there.
  std::string_view family(const toml::table& table, std::string_view key) {
    const std::string_view name = toml_.dotted(table, key);
    if (!name.empty()) refer(Kind::family, name, *table.get(key));
    return name;
  }

  void refer(Kind kind, std::string_view name, const toml::node& node) {
    into_.references.push_back({kind, name, file_, toml_.line_of(node)});
  }

  void check_parameter(const toml::node& where, const Api& api, std::string_view name) const {
    if (!api.has_signature) return;
    std::vector<std::string_view> known;
    for (const ParameterSpec& spec : api.parameters) {
      if (spec.name == name || spec.style == ParameterStyle::double_star) return;
      known.push_back(spec.name);
    }
    toml_.mistake(where,
                  fmt::format("the signature has no parameter '{}'{}", name, text::suggestion(name, known)));
  }

  std::span<const Condition> conditions(const toml::table& record, std::string_view key, const Api& api) {
    std::vector<Condition> list;
    for (const toml::table* table : toml_.tables(record, key)) list.push_back(condition(*table, api));
    return into_.keep(std::move(list));
  }

  Condition condition(const toml::table& table, const Api& api) {
    static constexpr std::string_view kKeys[] = {"parameter", "is", "value"};
    toml_.check_keys(table, kKeys);
    Condition condition{.parameter = toml_.identifier(table, "parameter", true)};
    toml_.text(table, "is", true);
    condition.test = toml_.word<Test>(table, "is", kTests);
    const bool compares = condition.test == Test::equals || condition.test == Test::not_equals;
    const toml::node* value = table.get("value");
    if (compares != (value != nullptr)) {
      toml_.mistake(table, "'value' belongs to equals and not-equals, and only to them");
    }
    if (compares && value->is_array()) {
      condition.operands = toml_.texts(table, "value");
      if (condition.operands.empty()) toml_.mistake(*value, "'value' is empty");
    } else if (compares) {
      condition.operands = into_.keep(std::vector<std::string_view>{toml_.text(table, "value")});
    }
    check_parameter(table, api, condition.parameter);
    return condition;
  }

  std::span<const MethodFrom> start_methods(const toml::table& record, const Api& api) {
    std::vector<MethodFrom> list;
    for (const toml::table* table : toml_.tables(record, "start-method"))
      list.push_back(method_from(*table, api));
    return into_.keep(std::move(list));
  }

  MethodFrom method_from(const toml::table& table, const Api& api) {
    static constexpr std::string_view kKeys[] = {"parameter", "implies", "environment",
                                                 "family",    "fixed",   "since"};
    static constexpr std::string_view kSources[] = {"parameter", "environment", "family", "fixed"};
    toml_.check_keys(table, kKeys);
    const auto sources = std::count_if(std::begin(kSources), std::end(kSources),
                                       [&](std::string_view key) { return table.contains(key); });
    if (sources != 1) {
      toml_.mistake(table,
                    "a source of the start method has one of parameter, environment, family and fixed");
    }
    if (table.contains("implies") && !table.contains("parameter")) {
      toml_.mistake(*table.get("implies"), "'implies' belongs to a parameter");
    }
    MethodFrom from{.since = toml_.since(table)};
    if (table.contains("parameter")) {
      from.source = table.contains("implies") ? MethodSource::implied : MethodSource::parameter;
      from.name = toml_.identifier(table, "parameter", true);
      if (table.contains("implies")) from.method = toml_.method(table, "implies");
      check_parameter(table, api, from.name);
    } else if (table.contains("environment")) {
      from.source = MethodSource::environment;
      from.name = toml_.identifier(table, "environment", true);
      refer(Kind::environment, from.name, *table.get("environment"));
    } else if (table.contains("fixed")) {
      from.source = MethodSource::fixed;
      from.method = toml_.method(table, "fixed");
    } else {
      from.name = family(table, "family");
    }
    return from;
  }

  void read_signature(const toml::table& record, Api& api) {
    const toml::node* node = record.get("signature");
    if (node == nullptr) return;
    auto parameters = parse_signature(toml_.text(record, "signature"), into_);
    if (!parameters) toml_.mistake(*node, parameters.error().message);
    api.has_signature = true;
    api.parameters = into_.keep(std::move(*parameters));
  }

  void read_api(const toml::table& record) {
    static constexpr std::string_view kKeys[] = {"name",           "also",         "class",
                                                 "signature",      "creates",      "when",
                                                 "created-by",     "forks-by",     "unless-called",
                                                 "by-subclassing", "as-decorator", "start-method",
                                                 "pickled",        "sets",         "sets-again",
                                                 "context",        "pins",         "pins-when",
                                                 "primitive",      "returns",      "submits-to",
                                                 "items",          "hazard",       "hazard-of",
                                                 "hazard-by",      "hazard-ends",  "hazard-stays-when",
                                                 "hazard-told-by", "hazard-held",  "hazard-when",
                                                 "remedy",         "source"};
    toml_.check_keys(record, kKeys);
    Api api{.name = define(Kind::api, record),
            .aliases = toml_.dotted_list(record, "also"),
            .is_class = toml_.flag(record, "class")};
    for (const std::string_view alias : api.aliases) {
      into_.definitions.push_back({Kind::api, alias, file_, toml_.line_of(*record.get("also"))});
    }
    api.file = file_;
    api.line = toml_.line_of(record);
    read_signature(record, api);
    read_creation(record, api);
    read_context(record, api);
    read_hazard(record, api);
    api.returns = toml_.text(record, "returns");
    const bool is_word =
        api.returns == "positive-integer" || api.returns == "self" || api.returns == "argument";
    if (!is_word) toml_.dotted(record, "returns");
    api.submits_to = toml_.text(record, "submits-to");
    if (!api.submits_to.empty()) check_parameter(*record.get("submits-to"), api, api.submits_to);
    api.items = toml_.dotted(record, "items");
    api.remedy = toml_.text(record, "remedy");
    if (record.contains("remedy") && !api.remedy.ends_with('.')) {
      toml_.mistake(*record.get("remedy"), "a remedy is a sentence and ends with a full stop");
    }
    into_.apis.push_back(api);
  }

  void read_creation(const toml::table& record, Api& api) {
    api.creates = toml_.word<Creates>(record, "creates", kCreates);
    api.when = conditions(record, "when", api);
    api.created_by = toml_.identifiers(record, "created-by");
    api.forks_by = toml_.identifiers(record, "forks-by");
    api.unless_called = toml_.identifiers(record, "unless-called");
    api.by_subclassing = toml_.flag(record, "by-subclassing");
    api.as_decorator = toml_.flag(record, "as-decorator");
    api.start_method = start_methods(record, api);
    api.pickled = toml_.identifiers(record, "pickled");
    for (const std::string_view name : api.pickled) check_parameter(*record.get("pickled"), api, name);
    if (api.creates == Creates::nothing) {
      refuse(record, {"when", "created-by", "forks-by", "unless-called", "pickled"}, "creates");
      if (!record.contains("hazard")) refuse(record, {"by-subclassing", "as-decorator"}, "creates");
    }
    const bool only_forks = api.creates == Creates::fork || api.creates == Creates::preexec;
    if (only_forks && !api.start_method.empty()) {
      toml_.mistake(*record.get("start-method"),
                    "what creates 'fork' or 'preexec' leaves no choice of a start method");
    }
    if (api.creates != Creates::nothing && !only_forks && api.start_method.empty()) {
      toml_.mistake(record, "'start-method' is missing: who chooses it?");
    }
  }

  void read_context(const toml::table& record, Api& api) {
    api.sets_family = family(record, "sets");
    api.sets_again = toml_.flag(record, "sets-again");
    if (api.sets_family.empty()) refuse(record, {"sets-again"}, "sets");
    api.context_family = family(record, "context");
    api.pins_family = family(record, "pins");
    api.pins_when = conditions(record, "pins-when", api);
    api.primitive_family = family(record, "primitive");
    if (api.pins_family.empty()) refuse(record, {"pins-when"}, "pins");
    // The class of a context is the name of its method.
    const bool is_fixed = !api.start_method.empty() && api.start_method.front().source == MethodSource::fixed;
    for (const std::string_view key : {"sets", "context"}) {
      if (record.contains(key) && !is_fixed) check_parameter(*record.get(key), api, "method");
    }
  }

  void read_hazard(const toml::table& record, Api& api) {
    api.hazard = toml_.word<Hazard>(record, "hazard", kHazards);
    api.hazard_of = toml_.text(record, "hazard-of");
    api.hazard_by = toml_.identifiers(record, "hazard-by");
    api.hazard_ends = toml_.dotted_list(record, "hazard-ends");
    api.hazard_told_by = toml_.identifiers(record, "hazard-told-by");
    api.hazard_held = toml_.flag(record, "hazard-held");
    api.hazard_when = conditions(record, "hazard-when", api);
    api.hazard_stays_when = conditions(record, "hazard-stays-when", api);
    if (api.hazard == Hazard::none) {
      refuse(record,
             {"hazard-of", "hazard-by", "hazard-ends", "hazard-told-by", "hazard-held", "hazard-when"},
             "hazard");
    }
    if (api.hazard_ends.empty()) refuse(record, {"hazard-stays-when"}, "hazard-ends");
    if (api.hazard != Hazard::none) toml_.text(record, "hazard-of", true);
  }

  // Keys that say nothing without another one.
  void refuse(const toml::table& record, std::initializer_list<std::string_view> keys,
              std::string_view without) {
    for (const std::string_view key : keys) {
      if (!record.contains(key)) continue;
      toml_.mistake(*record.get(key), fmt::format("'{}' means nothing without '{}'", key, without));
    }
  }

  void read_namespace(const toml::table& record) {
    static constexpr std::string_view kKeys[] = {"name", "mirrors", "family", "source"};
    toml_.check_keys(record, kKeys);
    const Namespace space{.name = define(Kind::namespace_, record),
                          .mirrors = toml_.dotted(record, "mirrors", true),
                          .family = family(record, "family")};
    refer(Kind::namespace_, space.mirrors, *record.get("mirrors"));
    const bool in_itself =
        space.mirrors.starts_with(space.name) &&
        (space.mirrors.size() == space.name.size() || space.mirrors[space.name.size()] == '.');
    if (in_itself) toml_.mistake(*record.get("mirrors"), fmt::format("'{}' mirrors itself", space.name));
    into_.namespaces.push_back(space);
  }

  void read_family(const toml::table& record) {
    static constexpr std::string_view kKeys[] = {"name", "linux", "macos", "windows", "source"};
    toml_.check_keys(record, kKeys);
    const std::string_view name = define(Kind::family, record);
    std::vector<FamilyDefault> defaults;
    for (const Platform platform : {Platform::linux_, Platform::macos, Platform::windows}) {
      const std::string_view key = name_of(platform);
      const std::vector<const toml::table*> tables = toml_.tables(record, key);
      if (tables.empty()) toml_.mistake(record, fmt::format("'{}' is missing", key));
      for (const toml::table* table : tables) {
        static constexpr std::string_view kDefaultKeys[] = {"method", "since"};
        toml_.check_keys(*table, kDefaultKeys);
        defaults.push_back({platform, toml_.method(*table, "method"), toml_.since(*table)});
      }
    }
    into_.families.push_back({name, into_.keep(std::move(defaults))});
  }

  void read_import_hazard(const toml::table& record) {
    static constexpr std::string_view kKeys[] = {"module", "hazard", "hazard-of", "source"};
    toml_.check_keys(record, kKeys);
    const std::string_view module = define(Kind::import_hazard, record, "module");
    toml_.text(record, "hazard", true);
    into_.import_hazards.push_back(
        {module, toml_.word<Hazard>(record, "hazard", kHazards), toml_.text(record, "hazard-of", true)});
  }

  // One record for all that is the same thing and fails with the same words.
  void read_unpicklables(const toml::table& record) {
    static constexpr std::string_view kKeys[] = {"names", "what", "error", "source"};
    toml_.check_keys(record, kKeys);
    const std::string_view what = toml_.text(record, "what", true);
    const std::string_view error = toml_.text(record, "error", true);
    const std::span<const std::string_view> names = toml_.dotted_list(record, "names");
    if (names.empty()) toml_.mistake(record, "'names' is missing");
    for (const std::string_view name : names) {
      into_.definitions.push_back({Kind::unpicklable, name, file_, toml_.line_of(*record.get("names"))});
      into_.unpicklables.push_back({name, what, error});
    }
  }

  void read_native_functions(const toml::table& record) {
    static constexpr std::string_view kKeys[] = {"functions", "effect", "source"};
    toml_.check_keys(record, kKeys);
    if (!options_.needs_source) toml_.mistake(record, "a project can't record functions of C and C++");
    toml_.text(record, "effect", true);
    const auto effect = toml_.word<NativeEffect>(record, "effect", kNativeEffects);
    for (std::string_view name : toml_.texts(record, "functions")) {
      into_.definitions.push_back(
          {Kind::native_function, name, file_, toml_.line_of(*record.get("functions"))});
      const bool is_prefix = name.ends_with('*');
      if (is_prefix) name.remove_suffix(1);
      into_.native_functions.push_back({name, effect, is_prefix});
    }
  }

  // One record for all distributions of the same modules.
  void read_package(const toml::table& record) {
    static constexpr std::string_view kKeys[] = {"names", "modules", "does", "variables", "source"};
    toml_.check_keys(record, kKeys);
    const Names names = toml_.texts(record, "names");
    const Names modules = toml_.dotted_list(record, "modules");
    const std::string_view does = toml_.text(record, "does");
    const Names variables = toml_.texts(record, "variables");
    if (names.empty()) toml_.mistake(record, "'names' is missing");
    if (modules.empty()) toml_.mistake(record, "'modules' is missing");
    for (const std::string_view module : modules) refer(Kind::package, module, *record.get("modules"));
    for (const std::string_view name : names) {
      const toml::node& node = *record.get("names");
      if (const std::string normalised = normalised_package(name); name != normalised)
        toml_.mistake(node, fmt::format("the name of a package is written '{}'", normalised));
      into_.definitions.push_back({Kind::package, name, file_, toml_.line_of(node)});
      into_.packages.push_back({name, modules, does, variables});
    }
  }

  void read_setting(const toml::table& record, bool is_environment) {
    static constexpr std::string_view kKeys[] = {"name", "source"};
    toml_.check_keys(record, kKeys);
    into_.settings.push_back(
        {define(is_environment ? Kind::environment : Kind::setting, record), is_environment});
  }

  const ReadOptions& options_;
  RecordSet& into_;
  TomlAccess toml_;
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
