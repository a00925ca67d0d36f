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
     "and PyOS_AfterFork_Child()."},
    {"no-hooks-gil-released",
     "The child of {0} goes on in Python, which does not know that it was forked: {1} is missing, and the "
     "GIL is released here.\n"
     "Another thread may hold the GIL at that moment; it is not in the child, which then waits for the GIL "
     "for ever.\n"
     "Take the GIL, call PyOS_BeforeFork(), fork, and call PyOS_AfterFork_Parent(), also when it failed, and "
     "PyOS_AfterFork_Child()."},
    {"gil-released",
     "The hooks stand around {0}, but the GIL is released there.\n"
     "They are made for a thread that holds it: without it another thread may be in the middle of Python, "
     "and is not in the child.\n"
     "Take the GIL before PyOS_BeforeFork(), and release it behind the hooks again."},
};

// Their places among the messages.
constexpr std::uint32_t kNoHooks = 0;
constexpr std::uint32_t kNoHooksNoGil = 1;
constexpr std::uint32_t kNoGil = 2;

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

std::string missing_hooks(const native::NativeCode& code, const native::ForkSite& site) {
  std::string missing;
  const auto add = [&](bool there, std::string_view name) {
    if (there) return;
    if (!missing.empty()) missing += ", ";
    missing += name;
  };
  add(native::has_hook_before(code, site), "PyOS_BeforeFork");
  add(native::has_hook_in_parent(code, site), "PyOS_AfterFork_Parent");
  add(site.fork->child.calls_hook, "PyOS_AfterFork_Child");
  return missing;
}

// Around a statement that does nothing but fork, where none of the hooks is there yet.
std::vector<Fix> fixes_of(const native::NativeCode& code, const native::ForkSite& site) {
  const native::ForkStatement& statement = site.fork->statement;
  const bool has_any = native::has_hook_before(code, site) || native::has_hook_in_parent(code, site) ||
                       site.fork->child.calls_hook;
  if (statement.variable.empty() || has_any || site.fork->kind != native::ForkKind::fork ||
      native::is_gil_released(site) || !can_fix(*site.unit, statement.place))
    return {};
  const Place place = native::place_of(*site.unit, statement.place);
  const std::string after =
      " if (" + statement.variable + " == 0) PyOS_AfterFork_Child(); else PyOS_AfterFork_Parent();";
  return {{.title = "Call Python's hooks around the fork (may break a caller that does not hold the GIL)",
           .applicability = Applicability::unsafe,
           .edits = {{place.path, {place.span.begin, place.span.begin}, "PyOS_BeforeFork(); "},
                     {place.path, {place.span.end, place.span.end}, after}}}};
}

void check(const program::Program& program, std::vector<Finding>& findings) {
  for (const native::ForkSite& site : program.native().forks()) {
    if (!lacks_hooks(program.native(), site)) continue;
    const std::string missing = missing_hooks(program.native(), site);
    const bool is_released = native::is_gil_released(site);
    findings.push_back({.rule = &kInfo,
                        .level = level_in(*site.unit, Level::warning),
                        .message = missing.empty() ? kNoGil
                                   : is_released   ? kNoHooksNoGil
                                                   : kNoHooks,
                        .arguments = {named(site), missing},
                        .place = native::place_of(*site.unit, site.fork->place),
                        .fixes = fixes_of(program.native(), site)});
  }
}

}  // namespace

extern const Rule fork_without_pyos_hooks;
const Rule fork_without_pyos_hooks{.info = &kInfo, .check = check};

}  // namespace forklint::rules
