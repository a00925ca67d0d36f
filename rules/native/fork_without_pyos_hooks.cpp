#include <algorithm>

#include "native/child.h"
#include "program/program.h"
#include "rules/native_flow.h"
#include "rules/rule.h"

namespace forklint::rules {
namespace {

constexpr MessageTemplate kMessages[] = {
    {"no-hooks",
     "The child of {0} goes on in Python, which does not know that it was forked: {1} is missing.\n"
     "The hooks take the locks of the interpreter before the fork and make them anew in the child; without "
     "them the child "
     "may wait for its own GIL for ever.\n"
     "Call PyOS_BeforeFork() before it with the GIL held, then PyOS_AfterFork_Parent(), also when it failed, "
     "and "
     "PyOS_AfterFork_Child()."},
};

constexpr std::string_view kTags[] = {"reliability", "concurrency", "deadlock", "external/cwe/cwe-833"};

constexpr RuleInfo kInfo{
    .id = "FRK402",
    .name = "fork-without-pyos-hooks",
    .summary = "A forked child goes on in Python without the interpreter's hooks around the fork.",
    .level = Level::warning,
    .precision = "high",
    .messages = kMessages,
    .tags = kTags,
};

std::string missing_hooks(const native::NativeFork& fork) {
  std::string missing;
  const auto add = [&](bool there, std::string_view name) {
    if (there) return;
    if (!missing.empty()) missing += ", ";
    missing += name;
  };
  add(fork.before_hook, "PyOS_BeforeFork");
  add(fork.parent_hook, "PyOS_AfterFork_Parent");
  add(fork.child.calls_hook, "PyOS_AfterFork_Child");
  return missing;
}

// It returns to its caller, which is Python, or calls the interpreter itself.
bool goes_on_in_python(const native::NativeCode& code, const native::ForkSite& site) {
  const native::ChildRegion& child = site.fork->child;
  const bool uses_hook = site.fork->before_hook || site.fork->parent_hook || child.calls_hook;
  const bool calls =
      std::ranges::any_of(child.calls, [](const auto& call) { return is_of_python(call.name); });
  const bool returns = !child.returns.empty() && !child.ends;
  return uses_hook || (calls && !child.ends) ||
         (returns && is_called_by_python(code, *site.unit, *site.function));
}

void check(const program::Program& program, std::vector<Finding>& findings) {
  for (const native::ForkSite& site : program.native().forks()) {
    const native::ChildVerdict child = native::judge_child(program.native(), site);
    if (!child.known || child.done_right() || !goes_on_in_python(program.native(), site)) continue;
    findings.push_back({.rule = &kInfo,
                        .level = Level::warning,
                        .arguments = {named(site), missing_hooks(*site.fork)},
                        .place = native::place_of(*site.unit, site.fork->place)});
  }
}

}  // namespace

extern const Rule fork_without_pyos_hooks;
const Rule fork_without_pyos_hooks{.info = &kInfo, .check = check};

}  // namespace forklint::rules
