// What keeps a site's processes from being started by spawn or forkserver instead of fork: what can't be sent
// to a fresh interpreter, and what only a copy of the parent's memory would hand over.
//
// Asked for one site at a time and answered lazily: who does not ask does not pay.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "program/site.h"

namespace forklint::program {

// One per rule of FRK301 to FRK305.
enum class ObstacleKind : std::uint8_t {
  unpicklable_target,    // what the process is to run can't be sent
  unpicklable_argument,  // something that it is given, or that an object which it is given holds
  missing_main_guard,    // the entry script creates processes when it is imported
  mixed_context,         // a primitive of another context is handed over
  inherited_global,      // the worker reads state that only fork hands over
};

enum class ObstacleCause : std::uint8_t {
  lambda,
  nested_function,     // also the wrapper that a decorator without functools.wraps leaves
  nested_class,        // an instance of a class that is defined in a function, or the class
  guarded_definition,  // defined under the main guard, which the child does not run
  of_notebook,         // a function or class of a notebook, which no other process can import
  private_method,      // `target=self.__run`: pickled by its unmangled name
  held_value,          // what the catalog knows to be unpicklable: a lock, an open file, ...
  generator,
  coroutine,
  module,
  runs_at_import,      // no main guard on the way to the site
  default_primitive,   // a primitive of the default context, where the processes are of another
  foreign_primitive,   // a primitive of an explicit fork context
  bound_under_guard,   // a global that only the main guard binds: NameError in the child
  rebound,             // a global or attribute that the parent binds anew after import
  filled,              // a collection at module level that the parent fills after import
  drawn_at_import,     // a value at module level that each process which imports it draws for itself
  imported_primitive,  // a primitive at module level: each process that imports it makes its own
};

enum class ObstacleWeight : std::uint8_t {
  warn,   // the program runs on, with other results perhaps: for a fix's title
  guard,  // it would crash or hang: no fix that calls itself safe
};

struct SpawnObstacle {
  ObstacleKind kind = ObstacleKind::unpicklable_target;
  ObstacleCause cause = ObstacleCause::lambda;
  ObstacleWeight weight = ObstacleWeight::guard;
  // False: only some values or some ways have it. Nothing to report, but a reason not to call a fix safe.
  bool certain = true;
  // Where the thing itself stands: the lambda, the nested definition, `self.lock = Lock()`, the primitive's
  // call, the guard's assignment, the call without guard.
  const Module* module = nullptr;
  Span span;
  std::string_view parameter;  // of the site's API through which it is handed over; "" where none is
  Span argument;               // where the site's own call writes that; empty for none
  std::string what;            // with its article: "a lambda", "a lock of threads in 'self.lock'"
  std::string error;           // what Python says; "" where it says nothing
  // Globals: where the parent sets it, and where the worker reads it.
  const Module* reader = nullptr;
  Span read;
  const Module* entry = nullptr;  // the script that has no guard, or whose guard binds the global
  // For who rewrites it; null where it is something else.
  const python::Function* function = nullptr;  // the lambda or nested definition
  bool keeps_name = true;                      // at module level pickle would find it: no decorator hides it
  const python::Class* class_ = nullptr;
  const Site* primitive = nullptr;
};

struct SpawnSafety {
  std::vector<SpawnObstacle> obstacles;
  // Parameters whose values are not all known: whether they can be pickled is not shown by the code.
  std::vector<std::string_view> unknown;

  bool has(ObstacleWeight weight) const {
    return std::ranges::any_of(obstacles, [&](const SpawnObstacle& each) { return each.weight == weight; });
  }
};

}  // namespace forklint::program
