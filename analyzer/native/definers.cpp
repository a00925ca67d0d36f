#include "native/definers.h"

#include "base/word.h"
#include "native/signal_safety.h"

namespace forklint::native {
namespace {

constexpr std::string_view kBlank = " \t\r\n";

std::string_view without_blanks(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlank);
  return begin == std::string_view::npos ? "" : text.substr(begin);
}

// What follows the parentheses that the text begins with; "" where they do not close.
std::string_view behind_parentheses(std::string_view text) {
  std::size_t depth = 0;
  for (std::size_t at = text.find_first_of("();"); at != std::string_view::npos && text[at] != ';';
       at = text.find_first_of("();", at + 1)) {
    depth += text[at] == '(' ? 1U : 0U;
    if (text[at] == ')' && --depth == 0) return text.substr(at + 1);
  }
  return "";
}

}  // namespace

std::set<std::string> unread_in_children(const NativeCode& code) {
  std::set<std::string> names;
  std::set<std::string_view> seen;
  std::vector<const std::vector<NativeCall>*> waiting;
  for (const ForkSite& site : code.forks()) waiting.push_back(&site.fork->child.calls);
  while (!waiting.empty()) {
    const std::vector<NativeCall>& calls = *waiting.back();
    waiting.pop_back();
    for (const NativeCall& call : calls) {
      // CPython's hooks are not looked into: all of the interpreter lies behind them.
      if (safety_of(call.name, false) == Safety::safe || !seen.insert(call.callee).second) continue;
      if (const Definition* own = code.find(call.callee)) {
        waiting.push_back(&own->function->calls);
      } else if (is_function_of_c(call.callee) && safety_of(call.name, true) == Safety::unsafe) {
        names.insert(call.name);
      }
    }
  }
  return names;
}

bool may_define(std::string_view text, std::string_view name) {
  return text::holds_word(text, name, [](std::string_view rest) {
    rest = without_blanks(rest);
    return rest.starts_with('(') && without_blanks(behind_parentheses(rest)).starts_with('{');
  });
}

}  // namespace forklint::native
