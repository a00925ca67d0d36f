#include "rules/spawn_obstacles.h"

namespace forklint::rules {
namespace {

// In the order of ObstacleMessage.
constexpr MessageTemplate kMessages[] = {
    {"fails",
     "A process of '{0}' reads {1}.\nspawn and forkserver import the script without its main guard: "
     "{2}.\n{3}."},
    {"would-fail",
     "A process of '{0}' reads {1}.\nspawn and forkserver would import the script without its main guard: "
     "{2}.\n{3}."},
    {"misleads",
     "A process of '{0}' reads {1}.\nfork would hand it over, spawn and forkserver do not: {2}.\n{3}."},
    {"would-mislead",
     "A process of '{0}' reads {1}.\nfork hands it over, spawn and forkserver do not: {2}.\n{3}."},
};

constexpr std::string_view kTags[] = {"reliability", "portability"};

constexpr RuleInfo kInfo{
    .id = "FRK305",
    .name = "inherited-global",
    .summary = "A process reads state that only fork would hand over to it.",
    .level = Level::warning,
    .precision = "high",
    .messages = kMessages,
    .tags = kTags,
};

void check(const program::Program& program, std::vector<Finding>& findings) {
  report_obstacles(program, program::ObstacleKind::inherited_global, kInfo, findings);
}

void check_if_named(const program::Program& program, std::vector<Finding>& findings) {
  report_obstacles_to_leaving_fork(program, program::ObstacleKind::inherited_global, kInfo, findings);
}

}  // namespace

extern const Rule inherited_global;
const Rule inherited_global{.info = &kInfo, .check = check, .check_if_named = check_if_named};

}  // namespace forklint::rules
