#include "rules/spawn_obstacles.h"

namespace forklint::rules {
namespace {

// In the order of ObstacleMessage.
constexpr MessageTemplate kMessages[] = {
    {"fails",
     "'{0}' is given {1}.\nIts processes are started by spawn or forkserver, which take over nothing of "
     "fork: {2} (up to Python 3.10 the child is killed by a segmentation fault when it uses it).\n{3}."},
    {"would-fail",
     "'{0}' is given {1}.\nOf a process that spawn or forkserver starts it could not be used: {2} (up to "
     "Python 3.10 the child is killed by a segmentation fault when it uses it).\n{3}."},
};

constexpr std::string_view kTags[] = {"reliability", "portability"};

constexpr RuleInfo kInfo{
    .id = "FRK304",
    .name = "mixed-context",
    .summary = "A lock, queue or shared value of one context is handed to a process of another.",
    .level = Level::error,
    .precision = "high",
    .messages = kMessages,
    .tags = kTags,
};

void check(const program::Program& program, std::vector<Finding>& findings) {
  report_obstacles(program, program::ObstacleKind::mixed_context, kInfo, findings);
}

void check_if_named(const program::Program& program, std::vector<Finding>& findings) {
  report_obstacles_to_leaving_fork(program, program::ObstacleKind::mixed_context, kInfo, findings);
}

}  // namespace

extern const Rule mixed_context;
const Rule mixed_context{.info = &kInfo, .check = check, .check_if_named = check_if_named};

}  // namespace forklint::rules
