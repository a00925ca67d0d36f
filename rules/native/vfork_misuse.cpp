#include <algorithm>

#include "native/child.h"
#include "program/program.h"
#include "rules/native_flow.h"
#include "rules/rule.h"

namespace forklint::rules {
namespace {

constexpr MessageTemplate kMessages[] = {
    {"calls",
     "The child of {0} calls '{1}', and may do nothing but exec or _exit.\n"
     "It runs on the stack and in the memory of its parent, which stands still meanwhile: what it changes is "
     "changed there.\n"
     "Use posix_spawn with file actions, or fork."},
    {"returns",
     "The child of {0} returns from the function that called vfork.\n"
     "It runs on the stack of its parent, which comes back to a frame that is gone.\n"
     "End the child with _exit, or use posix_spawn."},
};

constexpr std::string_view kTags[] = {"reliability", "concurrency", "deadlock", "external/cwe/cwe-833"};

constexpr RuleInfo kInfo{
    .id = "FRK406",
    .name = "vfork-misuse",
    .summary = "A child of vfork does more than exec or _exit.",
    .level = Level::warning,
    .precision = "high",
    .messages = kMessages,
    .tags = kTags,
};

void check(const program::Program& program, std::vector<Finding>& findings) {
  for (const native::ForkSite& site : program.native().forks()) {
    if (site.fork->kind != native::ForkKind::vfork || !site.fork->child.known) continue;
    const auto report = [&](const native::NativePlace& place, std::uint32_t message, Level level,
                            const std::string& name) {
      findings.push_back(
          {.rule = &kInfo,
           .level = level_in(*site.unit, level),
           .message = message,
           .arguments = {named(site), name},
           .place = native::place_of(*site.unit, place),
           .related = {{native::place_of(*site.unit, site.fork->place), "The child begins here."}}});
    };
    for (const native::NativeCall& call : site.fork->child.calls) {
      if (!native::is_for_vfork(call))
        report(call.place, 0, Level::warning, call.name.empty() ? "an unknown function" : call.name);
    }
    for (const native::NativePlace& place : site.fork->child.returns) report(place, 1, Level::error, "");
    for (const native::NativePlace& place : site.fork->child.failed_exec_returns)
      report(place, 1, Level::error, "");
  }
}

}  // namespace

extern const Rule vfork_misuse;
const Rule vfork_misuse{.info = &kInfo, .check = check};

}  // namespace forklint::rules
