// `set_start_method` once, first thing under the main guard of each script that reaches the processes.
#pragma once

#include <optional>
#include <vector>

#include "program/program.h"
#include "rewrite/draft.h"

namespace forklint::rewrite {

struct EntryPointChange {
  Draft draft;
  // All that the scripts then start by the new method.
  std::vector<const program::Site*> creators;
};

// Nothing where a caller outside of the project can get here, a script has no main guard, somebody sets the
// method already, or the default context is settled when a module is imported.
std::optional<EntryPointChange> set_at_entry_points(const program::Program& program,
                                                    const program::Site& site);

}  // namespace forklint::rewrite
