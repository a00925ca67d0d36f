#include "rules/process_creation.h"

namespace forklint::rules {
namespace {

constexpr MessageTemplate kMessages[] = {
    {"script",
     "'{0}' forks its workers, because fork is the default start method on {1}.\n"
     "No other start method is set before it in {2}; the executor's own threads are alive when it forks, and "
     "a worker can hang on a lock that it inherits.\n"
     "{3}."},
    {"library",
     "'{0}' forks its workers, because fork is the default start method on {1}.\n"
     "The program that calls this code decides, and most leave the default: a worker can hang on a lock that "
     "a thread of the parent held.\n"
     "{2}."},
    {"sometimes",
     "'{0}' forks its workers, because fork is the default start method on {1}, unless another one was set "
     "first.\n"
     "In {2} that happens on some paths only.\n"
     "{3}."},
    {"unknown",
     "'{0}' may fork its workers: {1} is not known here.\n"
     "A forked worker inherits every lock that a thread holds at that moment and can hang on it.\n"
     "{2}."},
};

constexpr std::string_view kTags[] = {"reliability", "concurrency", "deadlock", "external/cwe/cwe-833"};

constexpr std::string_view kRemedy =
    "Pass `mp_context=multiprocessing.get_context(\"spawn\")`; each worker then starts a fresh interpreter "
    "and imports what it needs (\"forkserver\" with `set_forkserver_preload` pays that once for all "
    "workers).";

constexpr RuleInfo kInfo{
    .id = "FRK103",
    .name = "implicit-fork-executor",
    .summary = "A process pool executor forks its workers because it was given no context.",
    .level = Level::warning,
    .precision = "high",
    .messages = kMessages,
    .tags = kTags,
};

void check(const program::Program& program, std::vector<Finding>& findings) {
  report_implicit_forks(program, catalog::Creates::executor, kInfo, kRemedy, findings);
}

}  // namespace

extern const Rule implicit_fork_executor;
const Rule implicit_fork_executor{.info = &kInfo, .check = check};

}  // namespace forklint::rules
