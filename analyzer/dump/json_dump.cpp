#include "dump/json_dump.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace forklint::dump {
namespace {

using Json = nlohmann::json;

// Deeper than any dump; the parser would go on until the stack is gone.
constexpr int kDeepest = 16;

std::string text_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

std::string number_text(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_number_integer() ? found->dump() : "";
}

Frame frame_of(const Json& json) {
  Frame frame{.function = text_of(json, "name"), .file = text_of(json, "short_filename")};
  if (frame.file.empty()) frame.file = text_of(json, "filename");
  const auto line = json.find("line");
  if (line != json.end() && line->is_number_unsigned() && *line <= 1'000'000'000) {
    frame.line = line->get<std::uint32_t>();
  }
  frame.library = text_of(json, "module");
  frame.native = !frame.library.empty();
  return frame;
}

Process& process_with(std::vector<Process>& processes, const std::string& pid) {
  const auto found = std::find_if(processes.begin(), processes.end(),
                                  [&](const Process& process) { return process.pid == pid; });
  if (found != processes.end()) return *found;
  return processes.emplace_back(Process{.pid = pid, .has_all_threads = true});
}

}  // namespace

std::optional<std::vector<Process>> read_json_dump(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \n\t");
  if (begin == std::string_view::npos || text[begin] != '[') return std::nullopt;
  const auto within_depth = [](int depth, Json::parse_event_t, Json&) { return depth < kDeepest; };
  const Json json = Json::parse(text, within_depth, /*allow_exceptions=*/false);
  if (!json.is_array() || json.empty()) return std::nullopt;
  std::vector<Process> processes;
  for (const Json& each : json) {
    const auto frames = each.is_object() ? each.find("frames") : each.end();
    if (!each.is_object() || frames == each.end() || !frames->is_array()) return std::nullopt;
    Thread thread{.id = number_text(each, "thread_id"), .name = text_of(each, "thread_name"), .line = 1};
    for (const Json& frame : *frames) {
      if (frame.is_object()) thread.frames.push_back(frame_of(frame));
    }
    if (!thread.frames.empty()) {
      process_with(processes, number_text(each, "pid")).threads.push_back(std::move(thread));
    }
  }
  return processes;
}

}  // namespace forklint::dump
