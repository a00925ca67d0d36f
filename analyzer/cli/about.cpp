#include "cli/about.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

#include "base/text.h"
#include "rules/rule.h"

namespace forklint::cli {
namespace {

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return text;
}

}  // namespace

Result<int> explain(const ExplainOptions& options, Host& host) {
  std::vector<std::string_view> known;
  for (const rules::RegisteredRule& each : rules::all_rules()) {
    const RuleInfo& info = *each.rule->info;
    if (info.id == upper(options.rule) || info.name == options.rule) {
      host.out << each.page;
      return 0;
    }
    known.push_back(info.id);
    known.push_back(info.name);
  }
  return fail("no rule is called '" + text::visible(options.rule) + "'" +
              text::suggestion(options.rule, known) + " ('forklint rules' lists them)");
}

Result<int> list_rules(const RulesOptions& options, Host& host) {
  if (options.json) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const rules::RegisteredRule& each : rules::all_rules()) {
      const RuleInfo& info = *each.rule->info;
      list.push_back(
          {{"id", info.id}, {"name", info.name}, {"level", name_of(info.level)}, {"summary", info.summary}});
    }
    host.out << list.dump(2) << '\n';
    return 0;
  }
  for (const rules::RegisteredRule& each : rules::all_rules()) {
    const RuleInfo& info = *each.rule->info;
    host.out << fmt::format("{}  {:<28} {:<7}  {}\n", info.id, info.name, name_of(info.level), info.summary);
  }
  return 0;
}

}  // namespace forklint::cli
