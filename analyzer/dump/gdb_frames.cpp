// Frames of native stacks: gdb, pstack, eu-stack.
#include "dump/characters.h"
#include "dump/events.h"

namespace forklint::dump {
namespace {

constexpr std::size_t kLongestName = 2000;
constexpr std::size_t kLongestArguments = 8000;

// Up to the arguments; "(anonymous namespace)" and "operator()" are part of a name.
std::string_view take_name(Cursor& cursor, std::string_view text) {
  const std::size_t begin = cursor.at();
  while (!cursor.done() && cursor.at() - begin < kLongestName) {
    const char c = cursor.peek();
    if (c == '#') break;
    if (c != '(') {
      cursor.move(1);
    } else if (cursor.take("(anonymous namespace)") ||
               (text.substr(begin, cursor.at() - begin).ends_with("operator") && cursor.take("()"))) {
      continue;
    } else {
      break;
    }
  }
  std::string_view name = text.substr(begin, cursor.at() - begin);
  while (!name.empty() && is_space(name.back())) name.remove_suffix(1);
  return name;
}

// Over "(...)" with what is nested in it. A '#' begins the next frame: dumps are cut off in the middle, too.
bool skip_arguments(Cursor& cursor) {
  if (!cursor.take("(")) return false;
  std::size_t depth = 1;
  for (std::size_t count = 0; !cursor.done() && count < kLongestArguments; ++count) {
    const char c = cursor.peek();
    if (c == '#') return false;
    cursor.move(1);
    if (c == '(') ++depth;
    if (c == ')' && --depth == 0) return true;
  }
  return false;
}

bool is_path(char c) { return !is_space(c) && c != '#'; }

void take_place(Cursor& cursor, Event& found) {
  found.end = cursor.at();
  cursor.skip_space();
  if (cursor.take("from ") || cursor.take("from\n")) {
    cursor.skip_space();
    found.frame.library = std::string(cursor.take_while(is_path, 1000));
    found.end = cursor.at();
  } else if (cursor.take("at ") || cursor.take("at\n")) {
    cursor.skip_space();
    const std::string_view place = cursor.take_while(is_path, 1000);
    const std::size_t colon = place.rfind(':');
    found.frame.file = std::string(place.substr(0, colon));
    if (colon != std::string_view::npos) found.frame.line = to_number(place.substr(colon + 1));
    found.end = cursor.at();
  }
}

// eu-stack: "#3  0x00007f50c2a3 PyThread_acquire_lock_timed - /usr/lib/libpython3.8.so.1.0"
void take_bare_name(Cursor& cursor, Event& found) {
  found.frame.function = std::string(cursor.take_while([](char c) { return is_name(c); }, kLongestName));
  found.end = cursor.at();
  if (!cursor.take(" - ")) return;
  found.frame.library = std::string(cursor.take_while(is_path, 1000));
  found.end = cursor.at();
}

}  // namespace

std::optional<Event> read_gdb_frame(std::string_view text, std::size_t at) {
  Cursor cursor(text, at);
  if (!cursor.take("#")) return std::nullopt;
  const std::string_view number = cursor.take_while(is_digit, 5);
  if (number.empty() || !is_space(cursor.peek())) return std::nullopt;
  cursor.skip_space();
  Event found{.kind = EventKind::gdb_frame, .begin = at};
  found.number = to_number(number);
  found.frame.native = true;
  const bool has_address = cursor.take("0x");
  if (has_address) {
    cursor.take_while(is_hex, 20);
    cursor.skip_space();
  }
  const bool has_in = has_address && (cursor.take("in ") || cursor.take("in\n"));
  if (has_address && !has_in) {
    take_bare_name(cursor, found);
    return found.frame.function.empty() ? std::nullopt : std::optional(found);
  }
  cursor.skip_space();
  const std::string_view name = take_name(cursor, text);
  if (name.empty() || (!has_address && !is_name(name.front()))) return std::nullopt;
  found.frame.function = without_breaks(name);
  found.end = cursor.at();
  if (!has_address && cursor.peek() != '(') return std::nullopt;
  if (skip_arguments(cursor)) take_place(cursor, found);
  return found;
}

}  // namespace forklint::dump
