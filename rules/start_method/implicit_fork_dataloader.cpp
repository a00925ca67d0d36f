#include "rules/process_creation.h"

namespace forklint::rules {
namespace {

constexpr MessageTemplate kMessages[] = {
    {"script",
     "'{0}' forks its worker processes, because fork is the default start method on {1}.\n"
     "No other start method is set before it in {2}; by the time a loader is iterated, accelerator and "
     "framework threads are alive, and a worker can hang before its first batch.\n"
     "{3}."},
    {"library",
     "'{0}' forks its worker processes, because fork is the default start method on {1}.\n"
     "The program that calls this code decides, and most leave the default: by the time a loader is "
     "iterated, accelerator and framework threads are alive, and a worker can hang before its first batch.\n"
     "{2}."},
    {"sometimes",
     "'{0}' forks its worker processes, because fork is the default start method on {1}, unless another one "
     "was set first.\n"
     "In {2} that happens on some paths only.\n"
     "{3}."},
    {"unknown",
     "'{0}' forks its worker processes if it has any: {1} is not known here.\n"
     "With one worker or more, and fork as the default start method, a worker can hang on a lock that it "
     "inherits.\n"
     "{2}."},
};

constexpr std::string_view kTags[] = {"reliability", "concurrency", "deadlock", "external/cwe/cwe-833"};

constexpr std::string_view kRemedy =
    "Pass `multiprocessing_context=\"spawn\"` where there are workers (`\"spawn\" if n > 0 else None`); each "
    "worker then imports the program in every epoch, with `persistent_workers=True` only once, and "
    "\"forkserver\" with `set_forkserver_preload` shares one import among all.";

constexpr RuleInfo kInfo{
    .id = "FRK104",
    .name = "implicit-fork-dataloader",
    .summary = "A data loader forks its workers because it was given no multiprocessing context.",
    .level = Level::warning,
    .precision = "high",
    .messages = kMessages,
    .tags = kTags,
};

void check(const program::Program& program, std::vector<Finding>& findings) {
  report_implicit_forks(program, catalog::Creates::dataloader, kInfo, kRemedy, findings);
}

}  // namespace

extern const Rule implicit_fork_dataloader;
const Rule implicit_fork_dataloader{.info = &kInfo, .check = check};

}  // namespace forklint::rules
