#include <fmt/format.h>

#include "rules/alive_at_fork.h"

namespace forklint::rules {
namespace {

using program::Alive;
using program::AliveKind;

// In the order of AliveAtFork.
constexpr MessageTemplate kMessages[] = {
    {"held", "'{0}' forks while {1} is held.\n{2}.\n{3}."},
    {"may-be-held", "'{0}' may fork while {1} is held.\n{2}.\n{3}."},
};

constexpr std::string_view kTags[] = {"reliability", "concurrency", "deadlock", "external/cwe/cwe-833"};

constexpr RuleInfo kInfo{
    .id = "FRK202",
    .name = "fork-holding-lock",
    .summary = "A process is forked while its parent holds a lock.",
    .level = Level::error,
    .precision = "high",
    .messages = kMessages,
    .tags = kTags,
};

constexpr std::string_view kRemedy =
    R"(Release the lock before the process is created, or use the "spawn" or "forkserver" start method)";

bool is_lock(const Alive& alive) {
  return alive.kind == AliveKind::hazard && alive.what() == catalog::Hazard::lock;
}

AliveWords words(const Alive& alive) {
  return {.subject = fmt::format("a {}", alive.name()),
          .danger =
              "The child inherits it locked and waits for ever when it asks for it: the parent's release is "
              "not seen there",
          .started = "the lock is taken here"};
}

void check(const program::Program& program, std::vector<Finding>& findings) {
  report_alive(program, kInfo, is_lock, words, kRemedy, findings);
}

}  // namespace

extern const Rule fork_holding_lock;
const Rule fork_holding_lock{.info = &kInfo, .check = check};

}  // namespace forklint::rules
