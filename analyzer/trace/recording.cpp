#include "trace/recording.h"

#include <map>
#include <nlohmann/json.hpp>

namespace forklint::trace {
namespace {

using Json = nlohmann::json;

constexpr int kDeepest = 16;

std::string text_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

std::int64_t number_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
}

const Json& list_of(const Json& object, const char* key) {
  static const Json kEmpty = Json::array();
  const auto found = object.find(key);
  return found != object.end() && found->is_array() ? *found : kEmpty;
}

std::vector<std::string> texts_of(const Json& object, const char* key) {
  std::vector<std::string> texts;
  for (const Json& each : list_of(object, key)) {
    if (each.is_string()) texts.push_back(each.get<std::string>());
  }
  return texts;
}

std::vector<dump::Frame> frames_of(const Json& object, const char* key) {
  std::vector<dump::Frame> frames;
  for (const Json& each : list_of(object, key)) {
    if (!each.is_object()) continue;
    dump::Frame frame{.function = text_of(each, "function"),
                      .file = text_of(each, "file"),
                      .line = static_cast<std::uint32_t>(number_of(each, "line")),
                      .library = text_of(each, "library")};
    frame.native = frame.file.empty();
    frames.push_back(std::move(frame));
  }
  return frames;
}

Fork fork_of(const Json& event) {
  Fork fork{.call = text_of(event, "call"),
            .pid = number_of(event, "pid"),
            .role = text_of(event, "role"),
            .stack = frames_of(event, "stack"),
            .held_locks = texts_of(event, "held_locks"),
            .accelerators = texts_of(event, "accelerators")};
  const auto main_thread = event.find("main_thread");
  fork.main_thread = main_thread == event.end() || !main_thread->is_boolean() || main_thread->get<bool>();
  for (const Json& thread : list_of(event, "threads")) {
    if (thread.is_object()) fork.threads.push_back(text_of(thread, "name"));
  }
  return fork;
}

// The Python frames of a native fork come as the text that faulthandler would write.
Fork native_fork_of(const Json& event) {
  Fork fork{.call = text_of(event, "call"),
            .pid = number_of(event, "pid"),
            .child = number_of(event, "child"),
            .native = true,
            .stack = frames_of(event, "native_stack")};
  for (dump::Process& process : dump::read(text_of(event, "traceback")).processes) {
    for (dump::Thread& thread : process.threads) {
      fork.stack.insert(fork.stack.end(), thread.frames.begin(), thread.frames.end());
    }
  }
  return fork;
}

// By process: its last fork, while its child is not known.
using OpenForks = std::map<std::int64_t, std::size_t>;

// The interpreter's next line after that of its fork; one that follows none is a child of subprocess.
void add_child(std::int64_t parent, std::int64_t child, OpenForks& open, Recording& recording) {
  const auto found = open.find(parent);
  if (found == open.end()) return;
  Fork& fork = recording.forks[found->second];
  open.erase(found);
  fork.child = child;
  if (child < 0) return;
  const bool of_server = fork.role == "forkserver";
  recording.processes.push_back({child, parent, of_server ? "forkserver child" : "fork child", ""});
}

void add_event(const Json& event, OpenForks& open, Recording& recording) {
  const std::string kind = text_of(event, "event");
  if (kind == "process") {
    recording.processes.push_back({number_of(event, "pid"), number_of(event, "parent"),
                                   text_of(event, "role"), text_of(event, "python")});
  } else if (kind == "child") {
    add_child(number_of(event, "pid"), number_of(event, "child"), open, recording);
  } else if (kind == "fork") {
    open[number_of(event, "pid")] = recording.forks.size();
    recording.forks.push_back(fork_of(event));
  } else if (kind == "native_fork") {
    recording.forks.push_back(native_fork_of(event));
  } else if (kind == "hang") {
    recording.hangs.push_back({number_of(event, "pid"), text_of(event, "stacks")});
  } else if (kind == "failure") {
    recording.failures.push_back(text_of(event, "what"));
  }
}

}  // namespace

Recording read_recording(std::string_view text) {
  Recording recording;
  OpenForks open;
  const auto within_depth = [](int depth, Json::parse_event_t, Json&) { return depth < kDeepest; };
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (line.empty()) continue;
    const Json event = Json::parse(line, within_depth, /*allow_exceptions=*/false);
    if (event.is_object()) {
      add_event(event, open, recording);
    } else {
      ++recording.unreadable;
    }
  }
  return recording;
}

}  // namespace forklint::trace
