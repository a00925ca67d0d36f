// `set_start_method` once, first thing under the main guard of each script that reaches the processes.
#pragma once

#include <optional>
#include <vector>

#include "program/program.h"
#include "rewrite/cures.h"
#include "rewrite/draft.h"

namespace forklint::rewrite {

struct EntryPointChange {
  Draft draft;
  // All that the scripts then start by the new method.
  std::vector<const program::Site*> creators;
};

// Nothing where a caller outside of the project can get here, a script has neither a main guard nor a clear
// main part, somebody sets the method already, or the default context is settled when a module is imported.
// Guards that it makes are among the cures.
std::optional<EntryPointChange> set_at_entry_points(const program::Program& program,
                                                    const program::Site& site, Cures& cures);

}  // namespace forklint::rewrite
