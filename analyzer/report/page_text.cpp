#include "report/page_text.h"

#include <algorithm>
#include <vector>

namespace forklint::report {
namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

bool is_fence(std::string_view line) { return line.starts_with("```") || line.starts_with("~~~"); }

// The text of a heading, "" for a line that is none.
std::string_view heading_text(std::string_view line) {
  const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
  if (marks == 0 || marks > 6 || marks == line.size() || line[marks] != ' ') return {};
  const std::string_view text = line.substr(marks + 1);
  return text.substr(0, text.find_last_not_of(" #") + 1);
}

void remove_all(std::string& text, std::string_view mark) {
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) {
    text.erase(at, mark.size());
  }
}

// "[text](target)" to "text".
void remove_link_targets(std::string& text) {
  std::size_t at = 0;
  while ((at = text.find("](", at)) != std::string::npos) {
    const std::size_t open = text.rfind('[', at);
    const std::size_t close = text.find(')', at);
    if (open == std::string::npos || close == std::string::npos) return;
    text.erase(at, close + 1 - at);
    text.erase(open, 1);
  }
}

std::string plain_line(std::string_view line) {
  const std::string_view heading = heading_text(line);
  std::string text(heading.empty() ? line : heading);
  remove_link_targets(text);
  remove_all(text, "**");
  remove_all(text, "`");
  return text;
}

}  // namespace

std::string section(std::string_view page, std::string_view heading) {
  std::string text;
  bool in_code = false;
  bool inside = false;
  for (const std::string_view line : lines_of(page)) {
    if (is_fence(line)) in_code = !in_code;
    const std::string_view title = in_code ? std::string_view() : heading_text(line);
    if (!title.empty()) {
      if (inside) break;
      inside = title == heading;
    } else if (inside) {
      text += line;
      text += '\n';
    }
  }
  return text;
}

std::string plain_text(std::string_view markdown) {
  std::string text;
  bool in_code = false;
  for (const std::string_view line : lines_of(markdown)) {
    if (is_fence(line)) {
      in_code = !in_code;
      continue;
    }
    text += in_code ? std::string(line) : plain_line(line);
    text += '\n';
  }
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

std::string one_line(std::string_view text) {
  std::string line;
  for (const char byte : text) {
    const bool is_blank = byte == ' ' || (byte >= '\t' && byte <= '\r');
    if (!is_blank) {
      line += byte;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

std::string shortened(std::string text, std::size_t limit) {
  if (text.size() <= limit) return text;
  const std::size_t sentence = text.rfind(". ", limit - 1);
  if (sentence != std::string::npos) {
    text.resize(sentence + 1);
    return text;
  }
  constexpr std::string_view kDots = "...";
  const std::size_t word = text.rfind(' ', limit - kDots.size());
  std::size_t end = word == std::string::npos ? limit - kDots.size() : word;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + std::string(kDots);
}

}  // namespace forklint::report
