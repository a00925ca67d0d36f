#include "catalog/text/compile_tables.h"

#include <fmt/format.h>

#include <algorithm>

namespace forklint::catalog {
namespace {

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7f) {
      out += fmt::format("\\{:03o}", byte);
      continue;
    }
    // "??" would begin a trigraph.
    if (c == '"' || c == '\\' || c == '?') out += '\\';
    out += c;
  }
  return out + "\"";
}

std::string version(const std::optional<PythonVersion>& version) {
  return version ? fmt::format("PythonVersion{{{}, {}}}", version->major, version->minor) : "std::nullopt";
}

template <typename Enum>
std::string cast(std::string_view type, Enum value) {
  return fmt::format("static_cast<{}>({})", type, static_cast<int>(value));
}

// `.name = value` for what differs from the default, in the order of the declaration.
class Fields {
 public:
  void add(std::string_view name, const std::string& value) {
    text_ += fmt::format("{}.{} = {}", text_.empty() ? "" : ", ", name, value);
  }
  void add_text(std::string_view name, std::string_view value) {
    if (!value.empty()) add(name, quoted(value));
  }
  void add_flag(std::string_view name, bool value) {
    if (value) add(name, "true");
  }
  void add_list(std::string_view name, const std::string& array) {
    if (array != "{}") add(name, array);
  }
  std::string take() const { return "{" + text_ + "}"; }

 private:
  std::string text_;
};

// Writes one constant array for each list and says how to refer to it.
class Emitter {
 public:
  template <typename List, typename Print>
  std::string array(std::string_view type, const List& list, Print print) {
    if (list.empty()) return "{}";
    std::string body;
    for (const auto& each : list) body += "    " + print(each) + ",\n";
    const std::string name = fmt::format("k{}", count_++);
    text_ += fmt::format("constexpr {} {}[] = {{\n{}}};\n", type, name, body);
    return name;
  }

  template <typename List>
  std::string strings(const List& list) {
    return array("std::string_view", list, [](std::string_view each) { return quoted(each); });
  }

  std::string parameters(std::span<const ParameterSpec> list) {
    return array("ParameterSpec", list, [](const ParameterSpec& each) {
      return fmt::format("{{{}, {}, {}}}", quoted(each.name), cast("ParameterStyle", each.style),
                         quoted(each.fallback));
    });
  }

  std::string conditions(std::span<const Condition> list) {
    std::vector<std::string> entries;
    for (const Condition& each : list) {
      const std::string operands = strings(each.operands);
      entries.push_back(
          fmt::format("{{{}, {}, {}}}", quoted(each.parameter), cast("Test", each.test), operands));
    }
    return verbatim("Condition", entries);
  }

  std::string methods(std::span<const MethodFrom> list) {
    return array("MethodFrom", list, [](const MethodFrom& each) {
      return fmt::format("{{{}, {}, {}, {}}}", cast("MethodSource", each.source), quoted(each.name),
                         cast("StartMethod", each.method), version(each.since));
    });
  }

  std::string families(std::span<const Family> list) {
    std::vector<std::string> entries;
    for (const Family& family : list) {
      const std::string defaults = array("FamilyDefault", family.defaults, [](const FamilyDefault& each) {
        return fmt::format("{{{}, {}, {}}}", cast("Platform", each.platform),
                           cast("StartMethod", each.method), version(each.since));
      });
      entries.push_back(fmt::format("{{{}, {}}}", quoted(family.name), defaults));
    }
    return verbatim("Family", entries);
  }

  std::string packages(std::span<const Package> list) {
    std::vector<std::string> entries;
    for (const Package& each : list) {
      const std::string modules = strings(each.modules);
      const std::string variables = strings(each.variables);
      entries.push_back(
          fmt::format("{{{}, {}, {}, {}}}", quoted(each.name), modules, quoted(each.does), variables));
    }
    return verbatim("Package", entries);
  }

  std::string apis(std::span<const Api> list) {
    std::vector<std::string> entries;
    for (const Api& each : list) entries.push_back(api(each));
    return verbatim("Api", entries);
  }

  std::string verbatim(std::string_view type, const std::vector<std::string>& entries) {
    return array(type, entries, [](const std::string& each) { return each; });
  }

  const std::string& text() const { return text_; }

 private:
  std::string api(const Api& api) {
    Fields fields;
    fields.add_text("name", api.name);
    fields.add_list("aliases", strings(api.aliases));
    fields.add_flag("is_class", api.is_class);
    fields.add_flag("has_signature", api.has_signature);
    fields.add_list("parameters", parameters(api.parameters));
    if (api.creates != Creates::nothing) fields.add("creates", cast("Creates", api.creates));
    fields.add_list("when", conditions(api.when));
    fields.add_list("created_by", strings(api.created_by));
    fields.add_list("forks_by", strings(api.forks_by));
    fields.add_list("unless_called", strings(api.unless_called));
    fields.add_flag("by_subclassing", api.by_subclassing);
    fields.add_flag("as_decorator", api.as_decorator);
    fields.add_list("start_method", methods(api.start_method));
    fields.add_list("pickled", strings(api.pickled));
    fields.add_text("sets_family", api.sets_family);
    fields.add_flag("sets_again", api.sets_again);
    fields.add_text("context_family", api.context_family);
    fields.add_text("pins_family", api.pins_family);
    fields.add_list("pins_when", conditions(api.pins_when));
    fields.add_text("primitive_family", api.primitive_family);
    fields.add_text("items", api.items);
    fields.add_text("returns", api.returns);
    fields.add_text("submits_to", api.submits_to);
    if (api.hazard != Hazard::none) fields.add("hazard", cast("Hazard", api.hazard));
    fields.add_text("hazard_of", api.hazard_of);
    fields.add_list("hazard_by", strings(api.hazard_by));
    fields.add_list("hazard_ends", strings(api.hazard_ends));
    fields.add_list("hazard_told_by", strings(api.hazard_told_by));
    if (api.hazard_held) fields.add("hazard_held", "true");
    fields.add_list("hazard_when", conditions(api.hazard_when));
    fields.add_list("hazard_stays_when", conditions(api.hazard_stays_when));
    fields.add_text("remedy", api.remedy);
    fields.add_text("file", api.file);
    fields.add("line", std::to_string(api.line));
    return fields.take();
  }

  std::string text_;
  unsigned count_ = 0;
};

std::string names(std::span<const Api> apis, const std::string& array, Emitter& emit) {
  std::vector<std::pair<std::string_view, std::size_t>> names;
  for (std::size_t i = 0; i < apis.size(); ++i) {
    names.emplace_back(apis[i].name, i);
    for (const std::string_view alias : apis[i].aliases) names.emplace_back(alias, i);
  }
  std::sort(names.begin(), names.end());
  return emit.array("NamedApi", names, [&](const auto& each) {
    return fmt::format("{{{}, &{}[{}]}}", quoted(each.first), array, each.second);
  });
}

}  // namespace

std::string compiled(const RecordSet& records) {
  Emitter emit;
  Fields tables;
  const std::string apis = emit.apis(records.apis);
  tables.add_list("apis", apis);
  tables.add_list("names", names(records.apis, apis, emit));
  tables.add_list("namespaces", emit.array("Namespace", records.namespaces, [](const Namespace& each) {
    return fmt::format("{{{}, {}, {}}}", quoted(each.name), quoted(each.mirrors), quoted(each.family));
  }));
  tables.add_list("families", emit.families(records.families));
  tables.add_list("import_hazards",
                  emit.array("ImportHazard", records.import_hazards, [](const ImportHazard& each) {
                    return fmt::format("{{{}, {}, {}}}", quoted(each.module), cast("Hazard", each.hazard),
                                       quoted(each.hazard_of));
                  }));
  tables.add_list("settings", emit.array("Setting", records.settings, [](const Setting& each) {
    return fmt::format("{{{}, {}}}", quoted(each.name), each.is_environment);
  }));
  std::vector<Unpicklable> unpicklables = records.unpicklables;
  std::sort(unpicklables.begin(), unpicklables.end(),
            [](const Unpicklable& left, const Unpicklable& right) { return left.name < right.name; });
  tables.add_list("unpicklables", emit.array("Unpicklable", unpicklables, [](const Unpicklable& each) {
    return fmt::format("{{{}, {}, {}}}", quoted(each.name), quoted(each.what), quoted(each.error));
  }));
  tables.add_list("packages", emit.packages(records.packages));
  std::vector<NativeFunction> natives = records.native_functions;
  std::sort(natives.begin(), natives.end(),
            [](const NativeFunction& left, const NativeFunction& right) { return left.name < right.name; });
  tables.add_list("native_functions", emit.array("NativeFunction", natives, [](const NativeFunction& each) {
    return fmt::format("{{{}, {}, {}}}", quoted(each.name), cast("NativeEffect", each.effect),
                       each.is_prefix);
  }));
  std::vector<const Api*> pointers;
  pointers.reserve(records.apis.size());
  for (const Api& api : records.apis) pointers.push_back(&api);
  tables.add_list("words", emit.strings(words_of(pointers, records.namespaces, records.settings, {})));
  return fmt::format(
      "// Generated from rules/catalog. Do not edit.\n#include \"catalog/tables.h\"\n\n"
      "namespace forklint::catalog {{\nnamespace {{\n\n{}\n}}  // namespace\n\n"
      "constinit const Tables kBuiltinTables{};\n\n}}  // namespace forklint::catalog\n",
      emit.text(), tables.take());
}

}  // namespace forklint::catalog
