#include "native/comments.h"

#include <algorithm>
#include <string>

#include "base/text.h"

namespace forklint::native {
namespace {

// Behind a string or character that begins at `at`.
std::size_t behind_literal(std::string_view text, std::size_t at) {
  const char quote = text[at];
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == quote || text[i] == '\n') {
      return i + 1;
    }
  }
  return text.size();
}

// Behind R"mark(...)mark" whose quote is at `at`.
std::size_t behind_raw(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongestMark = 16;
  const std::size_t open = text.find('(', at);
  if (open == std::string_view::npos || open - at > kLongestMark + 1) return behind_literal(text, at);
  const std::string close = ")" + std::string(text.substr(at + 1, open - at - 1)) + "\"";
  const std::size_t end = text.find(close, open);
  return end == std::string_view::npos ? text.size() : end + close.size();
}

bool is_digit_separator(std::string_view text, std::size_t at) {
  const auto hex = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  };
  return at > 0 && hex(text[at - 1]) && at + 1 < text.size() && hex(text[at + 1]);
}

}  // namespace

std::vector<Span> comments_in(std::string_view text) {
  std::vector<Span> comments;
  const auto add = [&](std::size_t begin, std::size_t end) {
    comments.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  };
  for (std::size_t at = text.find_first_of("/\"'"); at < text.size(); at = text.find_first_of("/\"'", at)) {
    if (text[at] == '"') {
      at = at > 0 && text[at - 1] == 'R' ? behind_raw(text, at) : behind_literal(text, at);
    } else if (text[at] == '\'') {
      at = is_digit_separator(text, at) ? at + 1 : behind_literal(text, at);
    } else if (text.substr(at, 2) == "//") {
      const std::size_t end = text::line_end(text, at);
      add(at, end);
      at = end;
    } else if (text.substr(at, 2) == "/*") {
      const std::size_t end = std::min(text.find("*/", at + 2), text.size());
      add(at, end);
      at = end;
    } else {
      ++at;
    }
  }
  return comments;
}

}  // namespace forklint::native
