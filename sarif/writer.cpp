#include "sarif/writer.h"

#include <string_view>

#include "sarif/json_values.h"

namespace sarif {
namespace {

constexpr int kIndent = 1;

std::string dumped(const Json& json) {
  return json.dump(kIndent, ' ', false, nlohmann::detail::error_handler_t::replace);
}

// JSON has no raw newline inside a string, so each one here stands between two lines of layout.
void append_indented(std::string& out, std::string_view json, std::string_view newline_and_indent) {
  while (true) {
    const std::size_t newline = json.find('\n');
    out += json.substr(0, newline);
    if (newline == std::string_view::npos) return;
    out += newline_and_indent;
    json.remove_prefix(newline + 1);
  }
}

// Results go to text one at a time: as JSON values they would take many times the memory of the text.
void append_results(std::string& out, const std::vector<Result>& results) {
  out += "\"results\": [";
  std::string_view separator = "\n    ";
  for (const Result& result : results) {
    out += separator;
    append_indented(out, dumped(json_of(result)), "\n    ");
    separator = ",\n    ";
  }
  out += results.empty() ? "]" : "\n   ]";
}

void append_run(std::string& out, const Run& run) {
  constexpr std::string_view kClosing = "\n}";
  std::string json = dumped(json_of(run));
  json.resize(json.size() - kClosing.size());
  append_indented(out, json, "\n  ");
  out += ",\n   ";
  append_results(out, run.results);
  out += "\n  }";
}

}  // namespace

std::string to_json(const Log& log) {
  std::string out =
      std::string("{\n \"$schema\": \"") + kSchemaUri + "\",\n \"version\": \"2.1.0\",\n \"runs\": [";
  std::string_view separator = "\n  ";
  for (const Run& run : log.runs) {
    out += separator;
    append_run(out, run);
    separator = ",\n  ";
  }
  out += log.runs.empty() ? "]\n}\n" : "\n ]\n}\n";
  return out;
}

}  // namespace sarif
