#include <algorithm>
#include <map>
#include <set>

#include "native/child.h"
#include "program/program.h"
#include "rules/native_flow.h"
#include "rules/rule.h"

namespace forklint::rules {
namespace {

constexpr MessageTemplate kMessages[] = {
    {"unsafe",
     "'{0}' is called in the child of {1}, and is not async-signal-safe.\n"
     "Another thread may have held a lock that it takes, of memory or of output, when the process was "
     "copied: then the "
     "child waits for ever.\n"
     "Do it before the fork, or in the program that the child becomes."},
    {"unsafe-and-more",
     "'{0}' is called in the child of {1}, and is not async-signal-safe; {2} more that lie behind this call "
     "are not either.\n"
     "Another thread may have held a lock that one of them takes, of memory or of output, when the process "
     "was copied: then the child waits for ever.\n"
     "Do it before the fork, or in the program that the child becomes."},
};

constexpr std::string_view kTags[] = {"reliability", "concurrency", "deadlock", "external/cwe/cwe-833"};

constexpr RuleInfo kInfo{
    .id = "FRK403",
    .name = "unsafe-call-after-fork",
    .summary = "A child calls what is not async-signal-safe before it ends in exec or _exit.",
    .level = Level::warning,
    .precision = "high",
    .messages = kMessages,
    .tags = kTags,
};

// Where the child is meant to end: one that goes on in Python is the business of FRK402.
bool is_meant_to_end(const native::ForkSite& site, const native::ChildVerdict& child) {
  return child.known && !child.hooks && (child.ends || site.fork->child.ends) &&
         site.fork->kind != native::ForkKind::vfork;
}

// `_exit` where the child says `exit`, which runs what was registered for the parent's end.
std::vector<Fix> fixes_of(const native::UnsafeCall& unsafe) {
  const native::UnsafeCall::Step& call = unsafe.way.front();
  const bool is_exit = unsafe.way.size() == 1 && call.call->name == "exit" && call.call->name_size > 0;
  if (!is_exit || !can_fix(*call.unit, call.call->place)) return {};
  const Place place = native::place_of(*call.unit, call.call->place);
  return {
      {.title =
           "End the child with '_exit' (may break what is to happen at its end: handlers of atexit, output "
           "that is not flushed)",
       .applicability = Applicability::unsafe,
       .edits = {{place.path, {place.span.begin, place.span.begin + call.call->name_size}, "_exit"}}}};
}

// One for each call in the child, however much lies behind it: the shortest way is shown.
Finding finding_at(const native::ForkSite& site, const Place& place,
                   const std::vector<const native::UnsafeCall*>& calls) {
  const native::UnsafeCall& nearest =
      **std::ranges::min_element(calls, {}, [](const native::UnsafeCall* call) { return call->way.size(); });
  std::set<std::string_view> names;
  for (const native::UnsafeCall* each : calls) names.insert(each->way.back().call->name);
  const std::string& name = nearest.way.back().call->name;
  return {.rule = &kInfo,
          .level = level_in(*site.unit, Level::warning),
          .message = names.size() == 1 ? 0U : 1U,
          .arguments = {name, named(site), std::to_string(names.size() - 1)},
          .place = place,
          .flow = flow_to(site, nearest),
          .fixes = fixes_of(nearest)};
}

void check(const program::Program& program, std::vector<Finding>& findings) {
  for (const native::ForkSite& site : program.native().forks()) {
    const native::ChildVerdict child = native::judge_child(program.native(), site);
    if (!is_meant_to_end(site, child)) continue;
    const bool may_return = returns_to_python(program.native(), site);
    std::map<Place, std::vector<const native::UnsafeCall*>> by_place;
    for (const native::UnsafeCall& unsafe : child.unsafe) {
      const native::UnsafeCall::Step& first = unsafe.way.front();
      // On its way back to Python: that it returns is what FRK405 says.
      if (!may_return || first.call->may_end)
        by_place[native::place_of(*first.unit, first.call->place)].push_back(&unsafe);
    }
    for (const auto& [place, calls] : by_place) findings.push_back(finding_at(site, place, calls));
  }
}

}  // namespace

extern const Rule unsafe_call_after_fork;
const Rule unsafe_call_after_fork{.info = &kInfo, .check = check};

}  // namespace forklint::rules
