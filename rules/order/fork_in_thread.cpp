#include <fmt/format.h>

#include "rules/alive_at_fork.h"

namespace forklint::rules {
namespace {

using program::Alive;
using program::AliveKind;

// In the order of AliveAtFork.
constexpr MessageTemplate kMessages[] = {
    {"in-thread", "'{0}' forks in {1}, not in the main thread.\n{2}.\n{3}."},
    {"may-be-in-thread", "'{0}' may fork in {1}, not in the main thread.\n{2}.\n{3}."},
};

constexpr std::string_view kTags[] = {"reliability", "concurrency", "deadlock", "external/cwe/cwe-833"};

constexpr RuleInfo kInfo{
    .id = "FRK204",
    .name = "fork-in-thread",
    .summary = "A process is forked in a thread that is not the main thread.",
    .level = Level::error,
    .precision = "high",
    .messages = kMessages,
    .tags = kTags,
};

constexpr std::string_view kRemedy =
    "Create the processes in the main thread before any other starts, or use the \"spawn\" or \"forkserver\" "
    "start method";

bool is_in_thread(const Alive& alive) { return alive.kind == AliveKind::in_thread; }

AliveWords words(const Alive& alive) {
  return {.subject = fmt::format("a thread of {}", alive.name()),
          .danger =
              "The main thread goes on meanwhile: a lock that it holds at that moment stays locked in the "
              "child for ever",
          .started = "the thread starts here"};
}

void check(const program::Program& program, std::vector<Finding>& findings) {
  report_alive(program, kInfo, is_in_thread, words, kRemedy, findings);
}

}  // namespace

extern const Rule fork_in_thread;
const Rule fork_in_thread{.info = &kInfo, .check = check};

}  // namespace forklint::rules
