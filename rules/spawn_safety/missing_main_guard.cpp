#include "rules/spawn_obstacles.h"

namespace forklint::rules {
namespace {

// In the order of ObstacleMessage.
constexpr MessageTemplate kMessages[] = {
    {"fails",
     "'{0}' is reached when the script is imported: no main guard stands before it.\nA process that spawn or "
     "forkserver starts imports the script first and comes here again: {2} (a Pool starts failing workers "
     "for ever).\n{3}."},
    {"would-fail",
     "'{0}' is reached when the script is imported: no main guard stands before it.\nA process that spawn or "
     "forkserver starts would import the script first and come here again: {2} (a Pool starts failing "
     "workers for ever).\n{3}."},
};

constexpr std::string_view kTags[] = {"reliability", "portability"};

constexpr RuleInfo kInfo{
    .id = "FRK303",
    .name = "missing-main-guard",
    .summary = "A script creates processes when it is imported, which its children do.",
    .level = Level::error,
    .precision = "high",
    .messages = kMessages,
    .tags = kTags,
};

void check(const program::Program& program, std::vector<Finding>& findings) {
  report_obstacles(program, program::ObstacleKind::missing_main_guard, kInfo, findings);
}

void check_if_named(const program::Program& program, std::vector<Finding>& findings) {
  report_obstacles_to_leaving_fork(program, program::ObstacleKind::missing_main_guard, kInfo, findings);
}

}  // namespace

extern const Rule missing_main_guard;
const Rule missing_main_guard{.info = &kInfo, .check = check, .check_if_named = check_if_named};

}  // namespace forklint::rules
