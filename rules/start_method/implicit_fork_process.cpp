#include "rules/process_creation.h"

namespace forklint::rules {
namespace {

constexpr MessageTemplate kMessages[] = {
    {"script",
     "'{0}' creates its processes by fork, the default start method on {1}.\n"
     "No other start method is set before it in {2}; a child inherits every lock that a thread holds at that "
     "moment and can hang on it.\n"
     "{3}."},
    {"library",
     "'{0}' creates its processes by fork, the default start method on {1}.\n"
     "The program that calls this code decides, and most leave the default: with threads alive (accelerator "
     "runtimes, loggers, other pools) a child can hang on a lock that it inherits.\n"
     "{2}."},
    {"sometimes",
     "'{0}' creates its processes by fork, the default start method on {1}, unless another one was set "
     "first.\n"
     "In {2} that happens on some paths only.\n"
     "{3}."},
    {"unknown",
     "'{0}' may create its processes by fork: {1} is not known here.\n"
     "A forked child inherits every lock that a thread holds at that moment and can hang on it.\n"
     "{2}."},
};

constexpr std::string_view kTags[] = {"reliability", "concurrency", "deadlock", "external/cwe/cwe-833"};

constexpr std::string_view kRemedy =
    "Take it from a context, `ctx = multiprocessing.get_context(\"spawn\")`, with the queues and locks that "
    "it shares; spawn imports the program anew in each process (seconds with a large framework), "
    "\"forkserver\" with `set_forkserver_preload` pays that once.";

constexpr RuleInfo kInfo{
    .id = "FRK102",
    .name = "implicit-fork-process",
    .summary = "A process, pool or manager is created by fork because nothing says otherwise.",
    .level = Level::warning,
    .precision = "high",
    .messages = kMessages,
    .tags = kTags,
};

void check(const program::Program& program, std::vector<Finding>& findings) {
  report_implicit_forks(program, catalog::Creates::process, kInfo, kRemedy, findings);
}

}  // namespace

extern const Rule implicit_fork_process;
const Rule implicit_fork_process{.info = &kInfo, .check = check};

}  // namespace forklint::rules
