// What happens when a script is imported, as each process that spawn starts does with it. Internal.
#pragma once

#include <optional>

#include "program/call_graph.h"

namespace forklint::program {

struct ImportedStart {
  Span span;            // at the script's own level: what leads to the site
  bool certain = true;  // no condition stands on the way
};

// Whether importing `entry` creates the site's processes: no main guard keeps the child from doing so again.
std::optional<ImportedStart> start_at_import(Evaluator& evaluator, const CallGraph& graph,
                                             const Module& entry, const Site& site);

}  // namespace forklint::program
