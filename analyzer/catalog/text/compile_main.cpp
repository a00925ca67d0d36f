// forklint_catalog_compiler OUTPUT INPUT.toml...: writes the records as constants, or fails with file and
// line.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>

#include "catalog/text/records.h"

namespace forklint::catalog {
namespace {

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out + "\"";
}

std::string_view identifier(StartMethod method) {
  return method == StartMethod::fork ? "fork" : method == StartMethod::spawn ? "spawn" : "forkserver";
}

std::string version(const std::optional<PythonVersion>& version) {
  if (!version) return "{}";
  return fmt::format("PythonVersion{{{}, {}}}", version->major, version->minor);
}

// Writes one constant array for each list and remembers how to refer to it.
class Emitter {
 public:
  std::string text;

  std::string strings(std::span<const std::string_view> list) {
    return array("std::string_view", list, [](std::string_view each) { return quoted(each); });
  }
  std::string parameters(std::span<const ParameterSpec> list) {
    return array("ParameterSpec", list, [](const ParameterSpec& each) {
      return fmt::format("{{{}, static_cast<ParameterStyle>({}), {}}}", quoted(each.name),
                         static_cast<int>(each.style), quoted(each.fallback));
    });
  }
  std::string conditions(std::span<const Condition> list) {
    std::vector<std::string> operands;
    for (const Condition& each : list) operands.push_back(strings(each.operands));
    std::size_t next = 0;
    return array("Condition", list, [&](const Condition& each) {
      return fmt::format("{{{}, static_cast<Test>({}), {}}}", quoted(each.parameter),
                         static_cast<int>(each.test), operands[next++]);
    });
  }
  std::string methods(std::span<const MethodFrom> list) {
    return array("MethodFrom", list, [](const MethodFrom& each) {
      return fmt::format("{{static_cast<MethodSource>({}), {}, StartMethod::{}, {}}}",
                         static_cast<int>(each.source), quoted(each.name), identifier(each.method),
                         version(each.since));
    });
  }
  std::string defaults(std::span<const FamilyDefault> list) {
    return array("FamilyDefault", list, [](const FamilyDefault& each) {
      return fmt::format("{{static_cast<Platform>({}), StartMethod::{}, {}}}",
                         static_cast<int>(each.platform), identifier(each.method), version(each.since));
    });
  }

  template <typename T, typename Print>
  std::string array(std::string_view type, std::span<const T> list, Print print) {
    if (list.empty()) return "{}";
    std::string body;
    for (const T& each : list) body += "    " + print(each) + ",\n";
    const std::string name = fmt::format("k{}", count_++);
    text += fmt::format("constexpr {} {}[] = {{\n{}}};\n", type, name, body);
    return name;
  }

 private:
  unsigned count_ = 0;
};

std::string printed(const Api& api, Emitter& emit) {
  const std::string aliases = emit.strings(api.aliases);
  const std::string parameters = emit.parameters(api.parameters);
  const std::string when = emit.conditions(api.when);
  const std::string created_by = emit.strings(api.created_by);
  const std::string unless_called = emit.strings(api.unless_called);
  const std::string start_method = emit.methods(api.start_method);
  const std::string pins_when = emit.conditions(api.pins_when);
  const std::string hazard_by = emit.strings(api.hazard_by);
  const std::string hazard_ends = emit.strings(api.hazard_ends);
  const std::string hazard_when = emit.conditions(api.hazard_when);
  return fmt::format(
      "{{.name = {}, .aliases = {}, .is_class = {}, .has_signature = {}, .parameters = {}, "
      ".creates = static_cast<Creates>({}), .when = {}, .created_by = {}, .unless_called = {}, "
      ".by_subclassing = {}, .as_decorator = {}, .start_method = {}, .sets_family = {}, .context_family = "
      "{}, "
      ".pins_family = {}, .pins_when = {}, .primitive_family = {}, .returns = {}, .hazard = "
      "static_cast<Hazard>({}), "
      ".hazard_of = {}, .hazard_by = {}, .hazard_ends = {}, .hazard_when = {}, .remedy = {}, .file = {}, "
      ".line = {}}}",
      quoted(api.name), aliases, api.is_class, api.has_signature, parameters, static_cast<int>(api.creates),
      when, created_by, unless_called, api.by_subclassing, api.as_decorator, start_method,
      quoted(api.sets_family), quoted(api.context_family), quoted(api.pins_family), pins_when,
      quoted(api.primitive_family), quoted(api.returns), static_cast<int>(api.hazard), quoted(api.hazard_of),
      hazard_by, hazard_ends, hazard_when, quoted(api.remedy), quoted(api.file), api.line);
}

std::string compiled(RecordSet& records) {
  Emitter emit;
  std::vector<std::string> apis;
  for (const Api& api : records.apis) apis.push_back(printed(api, emit));
  const std::string api_name =
      emit.array("Api", std::span<const std::string>(apis), [](const std::string& each) { return each; });

  std::vector<std::pair<std::string_view, std::size_t>> names;
  for (std::size_t i = 0; i < records.apis.size(); ++i) {
    names.emplace_back(records.apis[i].name, i);
    for (std::string_view alias : records.apis[i].aliases) names.emplace_back(alias, i);
  }
  std::sort(names.begin(), names.end());
  using NameSpan = std::span<const std::pair<std::string_view, std::size_t>>;
  const std::string name_array = emit.array("NamedApi", NameSpan(names), [&](const auto& each) {
    return fmt::format("{{{}, &{}[{}]}}", quoted(each.first), api_name, each.second);
  });
  const std::string namespaces =
      emit.array("Namespace", std::span<const Namespace>(records.namespaces), [](const Namespace& each) {
        return fmt::format("{{{}, {}, {}}}", quoted(each.name), quoted(each.mirrors), quoted(each.family));
      });
  std::vector<std::string> defaults;
  for (const Family& each : records.families) defaults.push_back(emit.defaults(each.defaults));
  std::size_t next = 0;
  const std::string families = emit.array(
      "Family", std::span<const Family>(records.families),
      [&](const Family& each) { return fmt::format("{{{}, {}}}", quoted(each.name), defaults[next++]); });
  const std::string hazards = emit.array(
      "ImportHazard", std::span<const ImportHazard>(records.import_hazards), [](const ImportHazard& each) {
        return fmt::format("{{{}, static_cast<Hazard>({}), {}}}", quoted(each.module),
                           static_cast<int>(each.hazard), quoted(each.hazard_of));
      });
  const std::string settings = emit.array(
      "Setting", std::span<const Setting>(records.settings),
      [](const Setting& each) { return fmt::format("{{{}, {}}}", quoted(each.name), each.is_environment); });
  const std::vector<std::string_view> words =
      words_of(records.apis, records.namespaces, records.settings, records);
  const std::string word_array = emit.strings(words);
  return fmt::format(
      "// Generated from rules/catalog. Do not edit.\n#include \"catalog/tables.h\"\n\n"
      "namespace forklint::catalog {{\nnamespace {{\n\n{}\n}}  // namespace\n\n"
      "const Tables kBuiltinTables{{.apis = {}, .names = {}, .namespaces = {}, .families = {}, "
      ".import_hazards = {}, .settings = {}, .words = {}}};\n\n}}  // namespace forklint::catalog\n",
      emit.text, api_name, name_array, namespaces, families, hazards, settings, word_array);
}

// The name by which users find the file: from the folder `rules` on.
std::string shown(const std::string& path) {
  const std::size_t at = path.rfind("rules/catalog/");
  return at == std::string::npos ? path : path.substr(at);
}

Result<void> compile(const std::string& output, std::span<char*> inputs) {
  RecordSet records;
  for (const char* path : inputs) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return fail(std::string(path) + ": can't be read");
    const std::string toml(std::istreambuf_iterator<char>(file), {});
    if (Result<void> read = read_records(toml, {.path = shown(path)}, records); !read) return read;
  }
  if (Result<void> checked = check_records(records, nullptr); !checked) return checked;
  std::ofstream file(output, std::ios::binary);
  file << compiled(records);
  return file ? Result<void>() : fail(output + ": can't be written");
}

}  // namespace
}  // namespace forklint::catalog

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fputs("usage: forklint_catalog_compiler OUTPUT INPUT.toml...\n", stderr);
    return 2;
  }
  const auto done =
      forklint::catalog::compile(argv[1], std::span(argv + 2, static_cast<std::size_t>(argc - 2)));
  if (done) return 0;
  std::fprintf(stderr, "%s\n", done.error().message.c_str());
  return 1;
}
