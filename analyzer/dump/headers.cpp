// Headers: of a process, of its Python, of its threads.
#include "dump/characters.h"
#include "dump/events.h"

namespace forklint::dump {
namespace {

constexpr std::size_t kLongestHeader = 300;

Event event(EventKind kind, std::size_t begin, const Cursor& cursor) {
  return {.kind = kind, .begin = begin, .end = cursor.at()};
}

// What stands in double quotes next, if it comes on the same line.
std::string take_quoted(Cursor& cursor) {
  if (!cursor.take("\"")) return "";
  const std::string_view name =
      cursor.take_while([](char c) { return c != '"' && c != '\n'; }, kLongestHeader);
  cursor.take("\"");
  return std::string(name);
}

// py-spy: 0xFFFF9CF35B50 (active): "MainThread"; or 4711 (idle)
std::optional<Event> read_py_spy_thread(Cursor cursor, std::size_t begin) {
  const bool is_address = cursor.take("0x") || cursor.take("0X");
  const std::string_view id = cursor.take_while(is_hex, 20);
  cursor.skip_space();
  if (id.empty() || !cursor.take("(")) return std::nullopt;
  const std::string_view state =
      cursor.take_while([](char c) { return is_letter(c) || c == '+' || c == ' '; }, 30);
  if (!cursor.take(")") || !(state.starts_with("active") || state.starts_with("idle"))) return std::nullopt;
  Event found = event(EventKind::thread, begin, cursor);
  found.id = (is_address ? "0x" : "") + std::string(id);
  if (cursor.take(":")) {
    cursor.skip_space();
    found.name = take_quoted(cursor);
    found.end = cursor.at();
  }
  return found;
}

// gdb: 2 (Thread 0x7f57c68466c0 (LWP 13359) "python3"): or 1 (LWP 13341):
std::optional<Event> read_gdb_thread(Cursor cursor, std::size_t begin) {
  const std::string_view number = cursor.take_while(is_digit, 9);
  cursor.skip_space();
  const bool is_gdb = cursor.rest().starts_with("(Thread ") || cursor.rest().starts_with("(LWP ");
  if (number.empty() || !is_gdb) return std::nullopt;
  cursor.take_while([](char c) { return c != '\n' && c != '"' && c != '#'; }, kLongestHeader);
  Event found = event(EventKind::gdb_thread, begin, cursor);
  found.number = to_number(number);
  found.id = std::string(number);
  found.name = take_quoted(cursor);
  found.end = cursor.at();
  return found;
}

// faulthandler: 0x00007f5700001234 [MainThread] (most recent call first):
std::optional<Event> read_fault_thread(Cursor cursor, std::size_t begin) {
  const std::string_view id = cursor.take_while([](char c) { return is_hex(c) || c == 'x' || c == 'X'; }, 24);
  const std::string_view between =
      cursor.take_while([](char c) { return c != '(' && c != '\n'; }, kLongestHeader);
  if (id.empty() || !cursor.take("(most recent call first)")) return std::nullopt;
  Event found = event(EventKind::thread_first, begin, cursor);
  found.id = std::string(id);
  const std::size_t open = between.find('[');
  const std::size_t close = between.find(']');
  if (open < close && close != std::string_view::npos) {
    found.name = std::string(between.substr(open + 1, close - open - 1));
  }
  return found;
}

// "# Thread: MainThread(139900850584448)", "# ThreadID: 139900850584448": what people print of
// sys._current_frames.
std::optional<Event> read_recipe_thread(Cursor cursor, std::size_t begin) {
  cursor.take("ID");
  if (!cursor.take(":")) return std::nullopt;
  cursor.skip_space();
  const std::string_view words =
      cursor.take_while([](char c) { return c != '\n' && c != '"' && c != '#'; }, kLongestHeader);
  const std::string_view before_bracket = words.substr(0, words.rfind('('));
  std::string_view id =
      before_bracket.size() < words.size() ? words.substr(before_bracket.size() + 1) : words;
  id = id.substr(0, id.find_first_not_of("0123456789"));
  if (id.empty()) return std::nullopt;
  Event found = event(EventKind::thread_last, begin, cursor);
  found.id = std::string(id);
  if (before_bracket.size() < words.size()) found.name = std::string(before_bracket);
  return found;
}

}  // namespace

std::optional<Event> read_process(std::string_view text, std::size_t at) {
  Cursor cursor(text, at);
  const bool attached = cursor.take("Attaching to process ");
  if (!attached && !cursor.take("Process ")) return std::nullopt;
  const std::string_view pid = cursor.take_while(is_digit, 10);
  if (pid.empty() || (!attached && !cursor.take(":"))) return std::nullopt;
  Event found = event(EventKind::process, at, cursor);
  found.id = std::string(pid);
  if (attached) return found;
  cursor.skip_space();
  std::string_view command = cursor.take_while([](char c) { return c != '\n'; }, 2000);
  // Where lines were joined, what follows stands on the same one.
  if (const std::size_t next = command.find(" Python v"); next != std::string_view::npos) {
    command = command.substr(0, next);
    while (!command.empty() && (is_digit(command.back()) || is_space(command.back())))
      command.remove_suffix(1);
  }
  found.name = std::string(command);
  return found;
}

std::optional<Event> read_python_version(std::string_view text, std::size_t at) {
  Cursor cursor(text, at);
  if (!cursor.take("Python v")) return std::nullopt;
  const std::string_view version = cursor.take_while([](char c) { return is_digit(c) || c == '.'; }, 20);
  if (version.empty() || !is_digit(version.back())) return std::nullopt;
  Event found = event(EventKind::python, at, cursor);
  found.id = std::string(version);
  return found;
}

std::optional<Event> read_thread(std::string_view text, std::size_t at) {
  Cursor cursor(text, at);
  if (Cursor recipe = cursor; recipe.take("Thread")) {
    if (std::optional<Event> found = read_recipe_thread(recipe, at)) return found;
  }
  const bool current = cursor.take("Current thread ");
  if (!current && !cursor.take("Thread ")) return std::nullopt;
  if (current) return read_fault_thread(cursor, at);
  if (std::optional<Event> found = read_py_spy_thread(cursor, at)) return found;
  if (std::optional<Event> found = read_gdb_thread(cursor, at)) return found;
  return read_fault_thread(cursor, at);
}

std::optional<Event> read_traceback(std::string_view text, std::size_t at) {
  Cursor cursor(text, at);
  if (cursor.take("Traceback (most recent call last)")) return event(EventKind::traceback, at, cursor);
  if (cursor.take("Stack (most recent call last)")) return event(EventKind::traceback, at, cursor);
  if (cursor.take("Traceback (most recent call first)")) {
    return event(EventKind::traceback_first, at, cursor);
  }
  if (cursor.take("Stack (most recent call first)")) return event(EventKind::thread_first, at, cursor);
  return std::nullopt;
}

}  // namespace forklint::dump
