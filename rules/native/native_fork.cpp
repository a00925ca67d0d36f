#include <algorithm>

#include "native/child.h"
#include "program/program.h"
#include "rules/native_flow.h"
#include "rules/rule.h"

namespace forklint::rules {
namespace {

constexpr MessageTemplate kMessages[] = {
    {"fork",
     "'{0}' in '{1}' copies the process that loads this code, Python and all.\n"
     "The child has one thread, and every lock that another thread held stays locked in it for ever.\n"
     "Start a program instead, by posix_spawn; or let the child call nothing but async-signal-safe functions "
     "up to exec or _exit."},
    {"possible",
     "'{0}' in '{1}' copies the process if its flags do not share memory, which is not known here.\n"
     "The child has one thread, and every lock that another thread held stays locked in it for ever.\n"
     "Start a program instead, by posix_spawn."},
    {"done-right",
     "'{0}' in '{1}' copies the process, and its child is careful: {2}.\n"
     "Functions that were registered by pthread_atfork run all the same.\n"
     "posix_spawn does the same without a copy."},
    {"own-program",
     "'{0}' in '{1}' copies the process; this file has a main function, so that is a program of its own.\n"
     "It matters here only if Python loads this code, too.\n"
     "Start a program instead, by posix_spawn."},
};

// Their places among the messages.
constexpr std::uint32_t kFork = 0;
constexpr std::uint32_t kPossible = 1;
constexpr std::uint32_t kDoneRight = 2;
constexpr std::uint32_t kOwnProgram = 3;

constexpr std::string_view kTags[] = {"reliability", "concurrency", "deadlock", "external/cwe/cwe-833"};

constexpr RuleInfo kInfo{
    .id = "FRK401",
    .name = "native-fork",
    .summary = "Native code that Python loads creates a process by fork.",
    .level = Level::warning,
    .precision = "high",
    .messages = kMessages,
    .tags = kTags,
};

bool has_main(const native::NativeUnit& unit) {
  return std::ranges::any_of(unit.functions,
                             [](const native::NativeFunction& function) { return function.name == "main"; });
}

std::vector<Fix> fixes_of(const native::ForkSite& site) {
  if (site.fork->spawn.empty() || !can_fix(*site.unit, site.fork->place)) return {};
  Fix fix{
      .title =
          "Start the program by 'posix_spawn' (may break what expects a child that ends with a status where "
          "the program can't be run: now the call itself fails)",
      .applicability = Applicability::unsafe};
  for (const native::NativeEdit& edit : site.fork->spawn)
    fix.edits.push_back({site.unit->files[edit.file], edit.span, edit.replacement});
  return {fix};
}

Finding finding_at(const native::NativeCode& code, const native::ForkSite& site) {
  Finding finding{.rule = &kInfo,
                  .level = Level::note,
                  .arguments = {site.fork->name, site.function->name},
                  .place = native::place_of(*site.unit, site.fork->place),
                  .fixes = fixes_of(site)};
  const native::ChildVerdict child = native::judge_child(code, site);
  if (child.done_right()) {
    finding.message = kDoneRight;
    finding.arguments.emplace_back(child.hooks
                                       ? "the three hooks of Python stand around it"
                                       : "it only makes async-signal-safe calls and ends in exec or _exit");
  } else if (!site.fork->certain) {
    finding.message = kPossible;
  } else if (has_main(*site.unit)) {
    finding.message = kOwnProgram;
  } else {
    finding.level = level_in(*site.unit, Level::warning);
    finding.message = kFork;
  }
  return finding;
}

void check(const program::Program& program, std::vector<Finding>& findings) {
  for (const native::ForkSite& site : program.native().forks()) {
    // FRK402 and FRK406 say the same, and what to do.
    if (lacks_hooks(program.native(), site) || native::judge_child(program.native(), site).misused) continue;
    findings.push_back(finding_at(program.native(), site));
  }
}

}  // namespace

extern const Rule native_fork;
const Rule native_fork{.info = &kInfo, .check = check};

}  // namespace forklint::rules
