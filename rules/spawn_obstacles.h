// What the rules on spawn safety share: the report on what stands between a site and spawn.
#pragma once

#include <string>
#include <vector>

#include "finding/finding.h"
#include "program/program.h"
#include "program/spawn_safety.h"
#include "rules/rule.h"

namespace forklint::rules {

// Order of RuleInfo::messages for the rules that call report_obstacles; each has the arguments
// {0} subject, {1} what stands in the way, {2} the error, {3} what to write instead.
enum class ObstacleMessage : std::uint32_t {
  fails,       // the processes are started by spawn or forkserver
  would_fail,  // they are forked today
  misleads,    // as `fails`, where nothing is raised and {2} says what happens
  would_mislead,
};

// Of processes that are started by spawn or forkserver already: the program fails there.
void report_obstacles(const program::Program& program, program::ObstacleKind kind, const RuleInfo& rule,
                      std::vector<Finding>& findings);
// Of processes that are forked today: what would fail after the move.
void report_obstacles_to_leaving_fork(const program::Program& program, program::ObstacleKind kind,
                                      const RuleInfo& rule, std::vector<Finding>& findings);

}  // namespace forklint::rules
