#include "dump/gaps.h"

#include <algorithm>

#include "dump/characters.h"

namespace forklint::dump {
namespace {

constexpr std::size_t kLongestGap = 4000;
constexpr std::size_t kLongestPrefix = 120;
// A call over several lines is shown whole by Python 3.13.
constexpr std::size_t kMostSourceLines = 8;

bool is_blank(std::string_view text) { return std::all_of(text.begin(), text.end(), is_space); }

// Nothing that is a word: digits of a numbered paste, dots, quoting, pipes.
bool is_decoration(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return is_letter(c) || c == '_' || c == '('; });
}

// "        self: <Popen at 0x7f57c6915590>", "        Arguments:"
bool is_variable(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return true;
  if (begin == 0) return false;
  const std::size_t colon = line.find(':', begin);
  if (colon == std::string_view::npos) return false;
  const std::string_view name = line.substr(begin, colon - begin);
  return std::all_of(name.begin(), name.end(), [](char c) { return is_name(c); });
}

template <typename Accepts>
bool all_lines_between(std::string_view gap, Accepts accepts) {
  std::size_t begin = gap.find('\n');
  for (std::size_t end = gap.find('\n', begin + 1); end != std::string_view::npos;
       begin = end, end = gap.find('\n', begin + 1)) {
    if (!accepts(gap.substr(begin + 1, end - begin - 1))) return false;
  }
  return true;
}

}  // namespace

bool joins_frames(std::string_view gap) {
  if (gap.size() > kLongestGap) return false;
  const std::size_t first = gap.find('\n');
  if (first == std::string_view::npos) return is_decoration(gap);
  if (!is_decoration(gap.substr(0, first))) return false;
  if (gap.size() - gap.rfind('\n') > kLongestPrefix) return false;
  return all_lines_between(gap,
                           [](std::string_view line) { return is_decoration(line) || is_variable(line); });
}

bool joins_traceback_frames(std::string_view gap) {
  if (gap.size() > kLongestGap) return false;
  std::size_t lines = 0;
  bool indented = true;
  const bool short_enough = all_lines_between(gap, [&](std::string_view line) {
    indented = indented && (line.empty() || is_space(line.front()));
    lines += is_blank(line) ? 0 : 1;
    return lines <= kMostSourceLines;
  });
  return short_enough && (indented || lines <= 2);
}

}  // namespace forklint::dump
