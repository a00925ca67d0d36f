#include "fix/unified_diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <dtl/dtl.hpp>
#include <vector>

namespace forklint::fix {
namespace {

constexpr std::size_t kContext = 3;

// As `patch` counts them: only '\n' ends a line, and it belongs to the line.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t newline = text.find('\n');
    const std::size_t size = newline == std::string_view::npos ? text.size() : newline + 1;
    lines.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return lines;
}

struct Line {
  char mark = ' ';  // ' ', '-' or '+'
  std::string_view text;
};

std::vector<Line> edit_script(std::string_view old_text, std::string_view new_text) {
  dtl::Diff<std::string_view, std::vector<std::string_view>> diff(lines_of(old_text), lines_of(new_text));
  // Otherwise dtl gives up exactness on long files.
  diff.onHuge();
  diff.compose();
  std::vector<Line> script;
  for (const auto& [text, info] : diff.getSes().getSequence()) {
    script.push_back({info.type == dtl::SES_ADD ? '+' : info.type == dtl::SES_DELETE ? '-' : ' ', text});
  }
  return script;
}

bool is_changed(const Line& line) { return line.mark != ' '; }

// As people expect it: what goes, then what comes instead.
void put_removals_first(std::vector<Line>& script) {
  for (auto at = script.begin(); at != script.end();) {
    const auto begin = std::find_if(at, script.end(), is_changed);
    at = std::find_if_not(begin, script.end(), is_changed);
    std::stable_partition(begin, at, [](const Line& line) { return line.mark == '-'; });
  }
}

// One past the last line of the hunk that begins with the change at `first`.
std::size_t end_of_hunk(const std::vector<Line>& script, std::size_t first) {
  std::size_t last = first;
  for (std::size_t i = first; i < script.size() && i <= last + 2 * kContext + 1; ++i) {
    if (is_changed(script[i])) last = i;
  }
  return std::min(script.size(), last + 1 + kContext);
}

std::string range(std::size_t before, std::size_t count) {
  const std::size_t start = count == 0 ? before : before + 1;
  return count == 1 ? fmt::format("{}", start) : fmt::format("{},{}", start, count);
}

std::string path_in_diff(std::string_view side, const std::string& path) {
  const bool needs_quotes = path.find_first_of("\"\\\t\n\r") != std::string::npos;
  if (!needs_quotes)
    return fmt::format("{}/{}{}", side, path, path.find(' ') == std::string::npos ? "" : "\t");
  std::string quoted = fmt::format("\"{}/", side);
  for (const char c : path) {
    if (c == '"' || c == '\\') {
      quoted += '\\';
      quoted += c;
    } else if (c == '\t' || c == '\n' || c == '\r') {
      quoted += c == '\t' ? "\\t" : c == '\n' ? "\\n" : "\\r";
    } else {
      quoted += c;
    }
  }
  return quoted + '"';
}

}  // namespace

std::string unified_diff(const std::string& path, std::string_view old_text, std::string_view new_text) {
  if (old_text == new_text) return "";
  std::vector<Line> script = edit_script(old_text, new_text);
  put_removals_first(script);
  std::string out = fmt::format("--- {}\n+++ {}\n", path_in_diff("a", path), path_in_diff("b", path));
  std::size_t old_line = 0;
  std::size_t new_line = 0;
  std::size_t at = 0;
  const auto pass = [&](const Line& line) {
    old_line += line.mark != '+';
    new_line += line.mark != '-';
  };
  for (;;) {
    const auto change =
        std::find_if(script.begin() + static_cast<std::ptrdiff_t>(at), script.end(), is_changed);
    if (change == script.end()) return out;
    const auto first = static_cast<std::size_t>(change - script.begin());
    const std::size_t begin = std::max(at, first - std::min(first, kContext));
    for (; at < begin; ++at) pass(script[at]);
    const std::size_t old_before = old_line;
    const std::size_t new_before = new_line;
    std::string body;
    for (const std::size_t end = end_of_hunk(script, first); at < end; ++at) {
      pass(script[at]);
      body += script[at].mark;
      body += script[at].text;
      if (!script[at].text.ends_with('\n')) body += "\n\\ No newline at end of file\n";
    }
    out += fmt::format("@@ -{} +{} @@\n{}", range(old_before, old_line - old_before),
                       range(new_before, new_line - new_before), body);
  }
}

}  // namespace forklint::fix
