#include <algorithm>

#include "native/child.h"
#include "program/program.h"
#include "rules/native_flow.h"
#include "rules/rule.h"

namespace forklint::rules {
namespace {

constexpr MessageTemplate kMessages[] = {
    {"returns",
     "The child of {0} returns here to what called it, which is Python: then two processes run the same "
     "program.\n"
     "Other ways of the child end in exec or _exit, so this one was not meant to.\n"
     "End it with _exit."},
    {"exec-failed",
     "The child of {0} returns here to Python where exec fails: then two processes run the same program.\n"
     "exec comes back when there is no such program, or no permission.\n"
     "Put _exit(127) behind exec."},
};

constexpr std::string_view kTags[] = {"reliability", "concurrency", "deadlock", "external/cwe/cwe-833"};

constexpr RuleInfo kInfo{
    .id = "FRK405",
    .name = "child-returns-to-python",
    .summary = "A child that is meant to end in exec or _exit can return to Python.",
    .level = Level::warning,
    .precision = "high",
    .messages = kMessages,
    .tags = kTags,
};

void report(const native::ForkSite& site, const native::NativePlace& place, std::uint32_t message,
            std::vector<Finding>& findings) {
  findings.push_back(
      {.rule = &kInfo,
       .level = level_in(*site.unit, Level::warning),
       .message = message,
       .arguments = {named(site)},
       .place = native::place_of(*site.unit, place),
       .related = {{native::place_of(*site.unit, site.fork->place), "The child begins here."}}});
}

void check(const program::Program& program, std::vector<Finding>& findings) {
  for (const native::ForkSite& site : program.native().forks()) {
    if (!returns_to_python(program.native(), site)) continue;
    const native::ChildRegion& child = site.fork->child;
    for (const native::NativePlace& place : child.returns) report(site, place, 0, findings);
    for (const native::NativePlace& place : child.failed_exec_returns) report(site, place, 1, findings);
  }
}

}  // namespace

extern const Rule child_returns_to_python;
const Rule child_returns_to_python{.info = &kInfo, .check = check};

}  // namespace forklint::rules
