#include <fmt/format.h>

#include "rules/alive_at_fork.h"

namespace forklint::rules {
namespace {

using catalog::Hazard;
using program::Alive;
using program::AliveKind;

// In the order of AliveAtFork.
constexpr MessageTemplate kMessages[] = {
    {"alive", "'{0}' forks while {1} is alive.\n{2}.\n{3}."},
    {"may-be-alive", "'{0}' may fork while {1} is alive.\n{2}.\n{3}."},
};

constexpr std::string_view kTags[] = {"reliability", "concurrency", "deadlock", "external/cwe/cwe-833"};

constexpr RuleInfo kInfo{
    .id = "FRK201",
    .name = "fork-after-thread",
    .summary = "A process is forked while another thread is alive.",
    .level = Level::error,
    .precision = "high",
    .messages = kMessages,
    .tags = kTags,
};

constexpr std::string_view kRemedy =
    "Create the processes before the thread, end the thread first, or use the \"spawn\" or \"forkserver\" "
    "start method, which inherit no lock";

bool is_thread(const Alive& alive) {
  if (alive.kind != AliveKind::hazard) return false;
  const Hazard what = alive.what();
  return what == Hazard::python_threads || what == Hazard::native_threads || what == Hazard::native_callbacks;
}

AliveWords words(const Alive& alive) {
  AliveWords words{.subject = fmt::format("a thread of {}", alive.name()),
                   .started = "the thread starts here"};
  switch (alive.what()) {
    case Hazard::native_callbacks:
      words.danger =
          "Native threads that call back into Python can hold the interpreter's own lock at that moment; "
          "CPython 3.8 to 3.11 before their last releases then stops in the child before its first line";
      break;
    case Hazard::native_threads:
      words.danger =
          "A lock that a native thread holds at that moment (of malloc, of its own queues) stays locked in "
          "the child for ever";
      break;
    default:
      words.danger =
          "A lock that the thread holds at that moment (of a queue, a logger, an import) stays locked in the "
          "child for ever";
  }
  return words;
}

void check(const program::Program& program, std::vector<Finding>& findings) {
  report_alive(program, kInfo, is_thread, words, kRemedy, findings);
}

}  // namespace

extern const Rule fork_after_thread;
const Rule fork_after_thread{.info = &kInfo, .check = check};

}  // namespace forklint::rules
