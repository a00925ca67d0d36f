#include "rules/spawn_obstacles.h"

namespace forklint::rules {
namespace {

// In the order of ObstacleMessage.
constexpr MessageTemplate kMessages[] = {
    {"fails",
     "A process of '{0}' can't be sent {1}.\nspawn and forkserver pickle what the process is given, with all "
     "that it holds: {2}.\n{3}."},
    {"would-fail",
     "A process of '{0}' could not be sent {1} by spawn or forkserver.\nThey pickle what fork copies, with "
     "all that it holds: {2}.\n{3}."},
};

constexpr std::string_view kTags[] = {"reliability", "portability"};

constexpr RuleInfo kInfo{
    .id = "FRK302",
    .name = "unpicklable-argument",
    .summary = "Something that a process is given can't be sent to it by spawn or forkserver.",
    .level = Level::error,
    .precision = "high",
    .messages = kMessages,
    .tags = kTags,
};

void check(const program::Program& program, std::vector<Finding>& findings) {
  report_obstacles(program, program::ObstacleKind::unpicklable_argument, kInfo, findings);
}

void check_if_named(const program::Program& program, std::vector<Finding>& findings) {
  report_obstacles_to_leaving_fork(program, program::ObstacleKind::unpicklable_argument, kInfo, findings);
}

}  // namespace

extern const Rule unpicklable_argument;
const Rule unpicklable_argument{.info = &kInfo, .check = check, .check_if_named = check_if_named};

}  // namespace forklint::rules
