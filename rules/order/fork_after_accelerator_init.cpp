#include <fmt/format.h>

#include "rules/alive_at_fork.h"

namespace forklint::rules {
namespace {

using catalog::Hazard;
using program::Alive;
using program::AliveKind;

// In the order of AliveAtFork.
constexpr MessageTemplate kMessages[] = {
    {"initialised", "'{0}' forks after {1} was initialised.\n{2}.\n{3}."},
    {"may-be-initialised", "'{0}' may fork after {1} was initialised.\n{2}.\n{3}."},
};

constexpr std::string_view kTags[] = {"reliability", "concurrency", "deadlock", "external/cwe/cwe-833"};

constexpr RuleInfo kInfo{
    .id = "FRK203",
    .name = "fork-after-accelerator-init",
    .summary = "A process is forked after an accelerator's runtime was initialised.",
    .level = Level::error,
    .precision = "high",
    .messages = kMessages,
    .tags = kTags,
};

constexpr std::string_view kRemedy =
    "Create the processes before the device is touched, or use the \"spawn\" or \"forkserver\" start method, "
    "which accelerator vendors ask for";

bool is_accelerator(const Alive& alive) {
  if (alive.kind != AliveKind::hazard) return false;
  const Hazard what = alive.what();
  return what == Hazard::accelerator || what == Hazard::accelerator_callbacks ||
         what == Hazard::accelerator_probe;
}

AliveWords words(const Alive& alive) {
  AliveWords words{.subject = std::string(alive.name()), .started = "the runtime is initialised here"};
  switch (alive.what()) {
    case Hazard::accelerator_callbacks:
      words.danger =
          "Its native threads call back into Python and can hold the interpreter's own lock at that moment; "
          "CPython 3.8 to 3.11 before their last releases then stops in the child before its first line";
      break;
    case Hazard::accelerator_probe:
      words.danger =
          "Asking for devices already loads the driver, which does not survive a fork: a child that uses a "
          "device fails";
      words.started = "the driver is asked here";
      break;
    default:
      words.danger =
          "The runtime's threads and locks do not survive a fork: the child hangs or fails as soon as it "
          "uses the device";
  }
  return words;
}

void check(const program::Program& program, std::vector<Finding>& findings) {
  report_alive(program, kInfo, is_accelerator, words, kRemedy, findings);
}

}  // namespace

extern const Rule fork_after_accelerator_init;
const Rule fork_after_accelerator_init{.info = &kInfo, .check = check};

}  // namespace forklint::rules
