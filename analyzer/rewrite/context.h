// Processes, pools, managers, queues and locks taken from one context instead of from the default one.
#pragma once

#include <optional>

#include "program/program.h"
#include "rewrite/draft.h"

namespace forklint::rewrite {

// What a site's move to a context consists of.
struct ContextMove {
  Draft draft;
  std::vector<const program::Site*> creators;  // all that move: each must be able to
  bool moves_primitives = false;
};

// Nothing where something that must move along can't.
std::optional<ContextMove> move_to_context(const program::Program& program, const program::Site& site);

}  // namespace forklint::rewrite
