#include "finding/finding.h"

#include <algorithm>
#include <string_view>
#include <tuple>

#include "base/check.h"

namespace forklint {
namespace {

// Arguments are put in as they are: a '{0}' inside of one is not looked at again.
std::string filled(std::string_view text, const std::vector<std::string>& arguments) {
  std::string out;
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    out += text.substr(0, open);
    if (open == std::string_view::npos) break;
    text.remove_prefix(open);
    const std::size_t end = text.find_first_not_of("0123456789", 1);
    if (end == std::string_view::npos || end == 1 || text[end] != '}') {
      out += '{';
      text.remove_prefix(1);
      continue;
    }
    std::size_t index = 0;
    for (const char digit : text.substr(1, end - 1))
      index = index * 10 + static_cast<std::size_t>(digit - '0');
    FORKLINT_CHECK(index < arguments.size(), "a message names an argument that its finding does not have");
    out += arguments[index];
    text.remove_prefix(end + 1);
  }
  return out;
}

auto order_of(const Finding& finding) {
  using Key =
      std::tuple<const Place&, std::string_view, Level, std::uint32_t, const std::vector<std::string>&>;
  return Key(finding.place, finding.rule->id, finding.level, finding.message, finding.arguments);
}

}  // namespace

std::string_view name_of(Level level) {
  switch (level) {
    case Level::note:
      return "note";
    case Level::warning:
      return "warning";
    case Level::error:
      return "error";
  }
  check_failed(__FILE__, __LINE__, "a level without a name");
}

std::string message_text(const Finding& finding) {
  FORKLINT_CHECK(finding.rule != nullptr, "a finding without a rule");
  FORKLINT_CHECK(finding.message < finding.rule->messages.size(), "a finding whose rule lacks its message");
  return filled(finding.rule->messages[finding.message].text, finding.arguments);
}

bool comes_before(const Finding& left, const Finding& right) { return order_of(left) < order_of(right); }

std::vector<Finding> normalise(std::vector<Finding> findings) {
  std::ranges::stable_sort(findings, comes_before);
  const auto repeated = std::ranges::unique(
      findings, [](const Finding& left, const Finding& right) { return order_of(left) == order_of(right); });
  findings.erase(repeated.begin(), repeated.end());
  return findings;
}

}  // namespace forklint
