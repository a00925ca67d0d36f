#include "dump/characters.h"
#include "dump/events.h"

namespace forklint::dump {
namespace {

bool begins_word(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const char before = text[at - 1];
  return !is_letter(before) && !is_digit(before) && before != '_';
}

std::optional<Event> read_word(std::string_view text, std::size_t at) {
  switch (text[at]) {
    case 'A':
      return read_process(text, at);
    case 'P': {
      if (std::optional<Event> found = read_process(text, at)) return found;
      return read_python_version(text, at);
    }
    case 'C':
      return read_thread(text, at);
    case 'T': {
      if (std::optional<Event> found = read_thread(text, at)) return found;
      return read_traceback(text, at);
    }
    case 'S':
      return read_traceback(text, at);
    case 'F':
      return read_traceback_frame(text, at);
    default:
      return std::nullopt;
  }
}

std::optional<Event> read_event(std::string_view text, std::size_t at) {
  if (text[at] == '#') return read_gdb_frame(text, at);
  if (text[at] == '(') return read_frame(text, at);
  return is_letter(text[at]) && begins_word(text, at) ? read_word(text, at) : std::nullopt;
}

}  // namespace

std::vector<Event> scan(std::string_view text) {
  std::vector<Event> events;
  std::size_t at = 0;
  while (at < text.size()) {
    std::optional<Event> found = read_event(text, at);
    if (!found) {
      ++at;
      continue;
    }
    at = std::max(found->end, at + 1);
    events.push_back(std::move(*found));
  }
  return events;
}

}  // namespace forklint::dump
