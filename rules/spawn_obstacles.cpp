#include "rules/spawn_obstacles.h"

#include <fmt/format.h>

#include <algorithm>

#include "rewrite/fixes.h"
#include "rules/process_creation.h"

namespace forklint::rules {
namespace {

using program::ObstacleCause;
using program::ObstacleKind;
using program::Site;
using program::SpawnObstacle;

// What to write instead, without its full stop.
std::string_view remedy_of(ObstacleCause cause) {
  switch (cause) {
    case ObstacleCause::lambda:
      return "Define a function at module level for it; what it takes from around it goes into "
             "`functools.partial` or the arguments";
    case ObstacleCause::nested_function:
      return "Move it to module level, or put `functools.wraps` on a decorator's wrapper; what it takes from "
             "around it goes into `functools.partial` or the arguments";
    case ObstacleCause::nested_class:
      return "Move the class to module level";
    case ObstacleCause::guarded_definition:
      return "Define it above the main guard";
    case ObstacleCause::of_notebook:
      return "Put it into a module that the notebook imports";
    case ObstacleCause::private_method:
      return "Name it with one underscore";
    case ObstacleCause::held_value:
      return "Make it in the process that uses it, or leave it out in the object's `__getstate__`";
    case ObstacleCause::generator:
    case ObstacleCause::coroutine:
      return "Hand over what it is made of, and make it in the process";
    case ObstacleCause::module:
      return "Import it in the process";
    case ObstacleCause::runs_at_import:
      return "Put what the script does under `if __name__ == \"__main__\":`";
    case ObstacleCause::default_primitive:
    case ObstacleCause::foreign_primitive:
      return "Make it by the context that makes the process: `ctx.Queue()` beside `ctx.Process(...)`";
    case ObstacleCause::bound_under_guard:
      return "Hand it over in the arguments, or bind it above the main guard";
    case ObstacleCause::rebound:
    case ObstacleCause::filled:
      return "Hand it over in the arguments, or set it by the pool's `initializer`";
    case ObstacleCause::drawn_at_import:
    case ObstacleCause::imported_primitive:
      return "Make it in the main process and hand it over in the process's arguments or the pool's "
             "`initargs`";
  }
  return "";
}

// What happens where nothing is raised.
std::string_view effect_of(ObstacleCause cause) {
  return cause == ObstacleCause::imported_primitive
             ? "each process imports the module anew and makes one of its own, nothing is shared"
             : "the process imports the module anew and sees what stands there, not what the main process "
               "set";
}

std::string without_stop(std::string text) {
  if (text.ends_with('.')) text.pop_back();
  return text;
}

Place primary_place(const Site& site, const SpawnObstacle& obstacle) {
  if (obstacle.kind == ObstacleKind::missing_main_guard) return place_of(*obstacle.module, obstacle.span);
  if (obstacle.kind == ObstacleKind::inherited_global) return place_of(*obstacle.reader, obstacle.read);
  if (obstacle.argument.begin == obstacle.argument.end) return place_of(site);
  const std::string_view text = site.module->syntax.source().text(obstacle.argument);
  const bool is_one_line = text.find_first_of("\r\n") == std::string_view::npos;
  return is_one_line ? place_of(*site.module, obstacle.argument) : place_of(site);
}

void relate(const Site& site, const SpawnObstacle& obstacle, Finding& finding) {
  const Place own = place_of(*obstacle.module, obstacle.span);
  if (obstacle.kind == ObstacleKind::inherited_global) {
    const bool is_imported = obstacle.cause == ObstacleCause::imported_primitive;
    finding.related.push_back({own, is_imported ? "It is made here." : "The main process sets it here."});
  } else if (own != finding.place && obstacle.kind != ObstacleKind::missing_main_guard) {
    finding.related.push_back({own, fmt::format("This is {}.", obstacle.what)});
  }
  if (place_of(site) != finding.place && obstacle.argument.begin == obstacle.argument.end)
    finding.related.push_back({place_of(site), "The processes are created here."});
}

void report(const program::Program& program, const Site& site, const SpawnObstacle& obstacle,
            const RuleInfo& rule, bool would, std::vector<Finding>& findings) {
  const bool fails = !obstacle.error.empty();
  const ObstacleMessage message = fails
                                      ? (would ? ObstacleMessage::would_fail : ObstacleMessage::fails)
                                      : (would ? ObstacleMessage::would_mislead : ObstacleMessage::misleads);
  Finding finding{.rule = &rule,
                  .level = fails && !would ? Level::error : Level::warning,
                  .message = static_cast<std::uint32_t>(message),
                  .place = primary_place(site, obstacle)};
  finding.arguments = {subject_of(site), obstacle.what,
                       fails ? without_stop(obstacle.error) : std::string(effect_of(obstacle.cause)),
                       std::string(remedy_of(obstacle.cause))};
  relate(site, obstacle, finding);
  rewrite::add_obstacle_fix(program, obstacle, finding);
  add(std::move(finding), findings);
}

// A move of the default method moves the primitives of the default context along.
bool stays_behind(const SpawnObstacle& obstacle) {
  return obstacle.cause != ObstacleCause::default_primitive;
}

void report_each(const program::Program& program, ObstacleKind kind, const RuleInfo& rule, bool would,
                 std::vector<Finding>& findings) {
  for (const auto& each : program.sites()) {
    const Site& site = *each;
    if (site.api->creates == catalog::Creates::nothing || site.creates == program::Outcome::no) continue;
    if (program.spawns(site) == would) continue;
    for (const SpawnObstacle& obstacle : program.spawn_safety(site).obstacles) {
      if (obstacle.kind != kind || !obstacle.certain || (would && !stays_behind(obstacle))) continue;
      report(program, site, obstacle, rule, would, findings);
    }
  }
}

}  // namespace

void report_obstacles(const program::Program& program, ObstacleKind kind, const RuleInfo& rule,
                      std::vector<Finding>& findings) {
  report_each(program, kind, rule, false, findings);
}

void report_obstacles_to_leaving_fork(const program::Program& program, ObstacleKind kind,
                                      const RuleInfo& rule, std::vector<Finding>& findings) {
  report_each(program, kind, rule, true, findings);
}

}  // namespace forklint::rules
