#include <algorithm>

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

void check(const program::Program& program, std::vector<Finding>& findings) {
  for (const native::ForkSite& site : program.native().forks()) {
    const native::ChildVerdict child = native::judge_child(program.native(), site);
    if (!is_meant_to_end(site, child)) continue;
    for (const native::UnsafeCall& unsafe : child.unsafe) {
      const native::UnsafeCall::Step& first = unsafe.way.front();
      findings.push_back({.rule = &kInfo,
                          .level = Level::warning,
                          .arguments = {unsafe.way.back().call->name, named(site)},
                          .place = native::place_of(*first.unit, first.call->place),
                          .flow = flow_to(site, unsafe)});
    }
  }
}

}  // namespace

extern const Rule unsafe_call_after_fork;
const Rule unsafe_call_after_fork{.info = &kInfo, .check = check};

}  // namespace forklint::rules
