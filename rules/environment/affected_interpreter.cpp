#include <algorithm>

#include "base/text.h"
#include "rules/process_creation.h"
#include "workspace/head_lock.h"
#include "workspace/specifier.h"

namespace forklint::rules {
namespace {

using workspace::PatchVersion;

constexpr MessageTemplate kMessages[] = {
    {"range",
     "'{0}' allows Python versions whose interpreter can deadlock in a forked child.\n"
     "This project forks, and up to {1} the child can stop in PyOS_AfterFork_Child on a lock of the "
     "interpreter itself (gh-112275), most often beside threads that call into Python from C.\n"
     "Ask for versions with the patch (3.8.20, 3.9.20, 3.10.15, 3.11.10, or 3.12 and newer), or leave fork."},
};

constexpr std::string_view kTags[] = {"reliability", "deadlock", "external/cwe/cwe-833"};

constexpr RuleInfo kInfo{
    .id = "FRK601",
    .name = "affected-interpreter",
    .summary = "The supported Python range holds versions whose interpreter can deadlock at a fork.",
    .level = Level::warning,
    .precision = "very-high",
    .messages = kMessages,
    .tags = kTags,
};

std::vector<std::string> affected_versions(const workspace::Specifier& specifier) {
  std::vector<std::string> last;
  for (const PatchVersion& patched : workspace::kHeadLockPatched) {
    for (std::uint32_t patch = patched.patch; patch-- > 0;) {
      const PatchVersion version{patched.major, patched.minor, patch};
      if (!specifier.allows(version)) continue;
      last.push_back(to_string(version));
      break;
    }
  }
  return last;
}

// Whether some process is created by fork where threads of this interpreter matter.
bool forks(const program::Program& program) {
  return std::any_of(program.sites().begin(), program.sites().end(), [&](const auto& site) {
    if (!site->module->reported || site->creates != program::Outcome::yes || site->alive == 0) return false;
    return site->method.explicit_fork != 0 || program.default_outcome(*site).forks != 0;
  });
}

void check(const program::Program& program, std::vector<Finding>& findings) {
  const auto& declared = program.requires_python();
  if (!declared) return;
  const Result<workspace::Specifier> specifier = workspace::Specifier::parse(declared->specifier);
  if (!specifier) return;
  const std::vector<std::string> affected = affected_versions(*specifier);
  if (affected.empty() || !forks(program)) return;
  findings.push_back({.rule = &kInfo,
                      .level = Level::warning,
                      .arguments = {declared->specifier, text::join_words(affected)},
                      .place = {declared->path, declared->span}});
}

}  // namespace

extern const Rule affected_interpreter;
const Rule affected_interpreter{.info = &kInfo, .check = check};

}  // namespace forklint::rules
