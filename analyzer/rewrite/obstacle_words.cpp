#include "rewrite/obstacle_words.h"

#include <fmt/format.h>

namespace forklint::rewrite {
namespace {

using program::ObstacleCause;
using program::SpawnObstacle;

// What to do by hand.
std::string_view cure_of(ObstacleCause cause) {
  switch (cause) {
    case ObstacleCause::lambda:
      return "write it as a function at module level";
    case ObstacleCause::nested_function:
    case ObstacleCause::nested_class:
      return "move it to module level";
    case ObstacleCause::guarded_definition:
      return "move it out of the main guard";
    case ObstacleCause::of_notebook:
      return "put it into a module that the notebook imports";
    case ObstacleCause::private_method:
      return "give the method a name without two underscores in front";
    case ObstacleCause::held_value:
      return "create it in the process that uses it, or leave it out in `__getstate__`";
    case ObstacleCause::generator:
      return "pass a list, or make it in the process that uses it";
    case ObstacleCause::coroutine:
      return "create it in the process that runs it";
    case ObstacleCause::module:
      return "import it in the process that uses it";
    case ObstacleCause::runs_at_import:
      return "put it under `if __name__ == \"__main__\":`";
    case ObstacleCause::default_primitive:
    case ObstacleCause::foreign_primitive:
      return "create it from the context of the processes";
    case ObstacleCause::bound_under_guard:
    case ObstacleCause::rebound:
    case ObstacleCause::filled:
    case ObstacleCause::drawn_at_import:
    case ObstacleCause::imported_primitive:
      return "hand it over as an argument, or through `initializer`";
  }
  return "";
}

}  // namespace

std::string reason_of(const SpawnObstacle& obstacle) {
  switch (obstacle.cause) {
    case ObstacleCause::runs_at_import:
      return "every new process runs this again when it imports the main module";
    case ObstacleCause::default_primitive:
    case ObstacleCause::foreign_primitive:
      return fmt::format("{} belongs to another context", obstacle.what);
    case ObstacleCause::bound_under_guard:
      return fmt::format("{}, is not there in a new process", obstacle.what);
    case ObstacleCause::rebound:
    case ObstacleCause::filled:
      return fmt::format("a new process sees {} as it is after import", obstacle.what);
    case ObstacleCause::drawn_at_import:
      return fmt::format("each new process draws {} of its own when it imports the module", obstacle.what);
    case ObstacleCause::imported_primitive:
      return fmt::format("each new process makes {} of its own", obstacle.what);
    case ObstacleCause::guarded_definition:
      return fmt::format("{} is defined under the main guard, which a new process does not run",
                         obstacle.what);
    case ObstacleCause::of_notebook:
      return fmt::format("{} is not found: a new process can't import the notebook", obstacle.what);
    default:
      return fmt::format("{} can't be pickled", obstacle.what);
  }
}

std::string advice_on(const SpawnObstacle& obstacle) {
  return fmt::format("Without fork {}: {}.", reason_of(obstacle), cure_of(obstacle.cause));
}

}  // namespace forklint::rewrite
