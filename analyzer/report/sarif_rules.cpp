#include "report/sarif_rules.h"

#include <algorithm>

#include "base/version.h"
#include "report/page_text.h"

namespace forklint::report {
namespace {

// GitHub's, for both descriptions.
constexpr std::size_t kMaxDescription = 1024;

std::string_view problem_severity(Level level) {
  switch (level) {
    case Level::error:
      return "error";
    case Level::warning:
      return "warning";
    case Level::note:
      break;
  }
  return "recommendation";
}

// The length of "{0}" at the beginning of the text, 0 where none stands there.
std::size_t placeholder_length(std::string_view text) {
  const std::size_t end = std::min(text.find_first_not_of("0123456789", 1), text.size());
  return end > 1 && end < text.size() && text.front() == '{' && text[end] == '}' ? end + 1 : 0;
}

std::string or_else(const std::string& text, std::string_view other) {
  return text.empty() ? std::string(other) : text;
}

}  // namespace

sarif::Level sarif_level(Level level) {
  switch (level) {
    case Level::error:
      return sarif::Level::error;
    case Level::warning:
      return sarif::Level::warning;
    case Level::note:
      break;
  }
  return sarif::Level::note;
}

std::string pascal_case(std::string_view kebab_case) {
  std::string name;
  bool starts_word = true;
  for (const char byte : kebab_case) {
    const bool is_lower = byte >= 'a' && byte <= 'z';
    if (byte != '-') name += starts_word && is_lower ? static_cast<char>(byte - 'a' + 'A') : byte;
    starts_word = byte == '-';
  }
  return name;
}

std::string message_string(std::string_view text) {
  const std::string line = one_line(text);
  std::string_view rest = line;
  std::string out;
  while (!rest.empty()) {
    if (const std::size_t length = placeholder_length(rest); length > 0) {
      const bool quoted = out.ends_with('\'');
      out += quoted ? "" : "'";
      out += rest.substr(0, length);
      out += quoted ? "" : "'";
      rest.remove_prefix(length);
      continue;
    }
    if (rest.front() == '{' || rest.front() == '}') out += rest.front();
    out += rest.front();
    rest.remove_prefix(1);
  }
  return out;
}

sarif::Rule sarif_rule(const RuleEntry& entry) {
  const RuleInfo& info = *entry.info;
  sarif::Rule rule;
  rule.id = info.id;
  rule.name = pascal_case(info.name);
  rule.short_description.text = shortened(std::string(info.summary), kMaxDescription);
  const std::string what = one_line(plain_text(section(entry.page, "What")));
  rule.full_description.text = shortened(or_else(what, info.summary), kMaxDescription);
  rule.help = {or_else(plain_text(entry.page), info.summary), or_else(std::string(entry.page), info.summary)};
  rule.help_uri = std::string(kHome) + "/blob/main/docs/rules/" + rule.id + ".md";
  rule.default_level = sarif_level(info.level);
  for (const MessageTemplate& message : info.messages) {
    rule.message_strings[std::string(message.id)] = message_string(message.text);
  }
  rule.properties.tags.assign(info.tags.begin(), info.tags.end());
  rule.properties.values["precision"] = info.precision;
  rule.properties.values["problem.severity"] = problem_severity(info.level);
  return rule;
}

}  // namespace forklint::report
