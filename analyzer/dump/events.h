// What the scanner finds in the text, in its order.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dump/dump.h"

namespace forklint::dump {

enum class EventKind : std::uint8_t {
  process,          // "Process 12: python train.py", "Attaching to process 12"
  python,           // "Python v3.8.19": `id` is the version
  thread,           // of py-spy
  gdb_thread,       // `number` is gdb's
  thread_first,     // of faulthandler: the most recent call stands first
  thread_last,      // of the recipes around sys._current_frames: the most recent call stands last
  traceback,        // the most recent call stands last
  traceback_first,  // gdb's py-bt
  frame,            // of py-spy: innermost first
  collapsed_frame,  // of py-spy record --format raw: outermost first, one stack a line
  gdb_frame,        // `number` is its place in the stack
  traceback_frame,  // File "...", line 4, in f
};

struct Event {
  EventKind kind = EventKind::frame;
  std::size_t begin = 0;  // bytes of the text
  std::size_t end = 0;
  std::string id;
  std::string name;
  std::uint32_t number = 0;
  Frame frame;
};

// The readers of one format each. `at` is where the format's mark stands; nothing where it is none after all.
std::optional<Event> read_process(std::string_view text, std::size_t at);
std::optional<Event> read_python_version(std::string_view text, std::size_t at);
std::optional<Event> read_thread(std::string_view text, std::size_t at);
std::optional<Event> read_traceback(std::string_view text, std::size_t at);
std::optional<Event> read_traceback_frame(std::string_view text, std::size_t at);
// `at` is the bracket: "poll (multiprocessing/popen_fork.py:27)".
std::optional<Event> read_frame(std::string_view text, std::size_t at);
std::optional<Event> read_gdb_frame(std::string_view text, std::size_t at);

std::vector<Event> scan(std::string_view text);

}  // namespace forklint::dump
