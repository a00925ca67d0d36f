// Frames as py-spy and as Python's own tracebacks write them.
#include <algorithm>

#include "dump/characters.h"
#include "dump/events.h"

namespace forklint::dump {
namespace {

constexpr std::size_t kLongestName = 300;
constexpr std::size_t kLongestPath = 1000;

std::size_t skip_space_back(std::string_view text, std::size_t at) {
  std::size_t newlines = 0;
  while (at > 0 && is_space(text[at - 1]) && newlines < 2) {
    newlines += text[at - 1] == '\n' ? 1 : 0;
    --at;
  }
  return newlines < 2 ? at : std::string_view::npos;
}

// Over the parameters of a C++ function that end before `at`.
std::size_t skip_parameters_back(std::string_view text, std::size_t at) {
  std::size_t depth = 0;
  const std::size_t stop = at > kLongestName ? at - kLongestName : 0;
  for (std::size_t place = at; place > stop; --place) {
    const char c = text[place - 1];
    if (c == ')') ++depth;
    if (c == '(' && --depth == 0) return place - 1;
    if (c == '\n') break;
  }
  return std::string_view::npos;
}

// Where the name that ends before `bracket` begins; npos for none.
std::size_t name_begin(std::string_view text, std::size_t bracket, std::size_t& end) {
  end = skip_space_back(text, bracket);
  if (end == std::string_view::npos || end == 0) return std::string_view::npos;
  std::size_t at = end;
  if (text[at - 1] == ')') at = skip_parameters_back(text, at);
  if (at == std::string_view::npos) return at;
  const std::size_t before = at;
  while (at > 0 && before - at < kLongestName && is_name(text[at - 1])) --at;
  while (at < before && (text[at] == '.' || text[at] == ':' || text[at] == '>')) ++at;
  const bool named =
      at < before && (is_letter(text[at]) || text[at] == '_' || text[at] == '<' || text[at] == '~' ||
                      (text[at] & 0x80) != 0 || text.substr(at).starts_with("0x"));
  return named ? at : std::string_view::npos;
}

bool is_library(std::string_view path) {
  return path.find(".so") != std::string_view::npos || path.starts_with("libc.") ||
         path.starts_with("python2") || path.starts_with("python3") || path == "python" || path == "[vdso]";
}

bool is_python_file(std::string_view path) {
  return path.ends_with(".py") || path.ends_with(".pyx") || path.ends_with(".pyc") || path.starts_with("<") ||
         path.ends_with(".pxd") || path.ends_with(".pxi");
}

bool is_native_file(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos) return false;
  constexpr std::string_view kSuffixes[] = {"c", "h", "cc", "cpp", "cxx", "hpp", "rs", "S", "cu"};
  return std::find(std::begin(kSuffixes), std::end(kSuffixes), path.substr(dot + 1)) != std::end(kSuffixes);
}

// What stands in the brackets: "multiprocessing/pool.py:48" or "libc.so.6".
bool fill_place(const std::string& content, Frame& frame) {
  const std::size_t colon = content.rfind(':');
  if (colon != std::string::npos && colon > 0) {
    const std::string_view digits = std::string_view(content).substr(colon + 1);
    frame.line = to_number(digits);
    frame.file = content.substr(0, colon);
    frame.native = is_native_file(frame.file) || is_library(frame.file);
    // Interactive and generated code has names of all kinds, but no spaces outside of its brackets.
    return frame.line > 0 && (frame.native || is_python_file(frame.file));
  }
  if (!is_library(content)) return false;
  frame.library = content;
  frame.native = true;
  return true;
}

// The indented line behind this one, unless it is the next frame.
std::string source_below(std::string_view rest) {
  const std::size_t begin = rest.substr(0, kLongestName).find('\n');
  if (begin == std::string_view::npos) return "";
  std::string_view line = rest.substr(begin + 1, kLongestPath);
  line = line.substr(0, line.find('\n'));
  const std::size_t code = line.find_first_not_of(" \t");
  if (code == 0 || code == std::string_view::npos) return "";
  line.remove_prefix(code);
  return line.starts_with("File") ? "" : std::string(line);
}

}  // namespace

std::optional<Event> read_frame(std::string_view text, std::size_t at) {
  Cursor cursor(text, at);
  if (!cursor.take("(")) return std::nullopt;
  const std::string_view content =
      cursor.take_while([](char c) { return c != '(' && c != ')' && c != '"' && c != ';'; }, kLongestPath);
  if (content.empty() || !cursor.take(")")) return std::nullopt;
  Event found{.kind = EventKind::frame, .end = cursor.at()};
  if (!fill_place(without_breaks(content), found.frame)) return std::nullopt;
  std::size_t name_end = 0;
  found.begin = name_begin(text, at, name_end);
  if (found.begin == std::string_view::npos) return std::nullopt;
  found.frame.function = std::string(text.substr(found.begin, name_end - found.begin));
  const bool joined = cursor.peek() == ';' || (found.begin > 0 && text[found.begin - 1] == ';');
  if (joined) found.kind = EventKind::collapsed_frame;
  return found;
}

std::optional<Event> read_traceback_frame(std::string_view text, std::size_t at) {
  Cursor cursor(text, at);
  if (!cursor.take("File")) return std::nullopt;
  // As the recipes around traceback.extract_stack write it.
  cursor.take(":");
  cursor.skip_space();
  if (!cursor.take("\"")) return std::nullopt;
  const std::string_view path = cursor.take_while([](char c) { return c != '"'; }, kLongestPath);
  if (path.empty() || !cursor.take("\"")) return std::nullopt;
  cursor.take(",");
  cursor.skip_space();
  if (!cursor.take("line")) return std::nullopt;
  cursor.skip_space();
  const std::string_view line = cursor.take_while(is_digit, 9);
  if (line.empty()) return std::nullopt;
  Event found{.kind = EventKind::traceback_frame, .begin = at, .end = cursor.at()};
  found.frame.file = without_breaks(path);
  found.frame.line = to_number(line);
  cursor.take(",");
  cursor.skip_space();
  // A syntax error's place has no function.
  if (!cursor.take("in")) return found;
  cursor.skip_space();
  found.frame.function = std::string(cursor.take_while(is_name, kLongestName));
  found.end = cursor.at();
  found.frame.source = source_below(cursor.rest());
  return found;
}

}  // namespace forklint::dump
