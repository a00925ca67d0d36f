// A start method that is asked for by name: another name in its place.
#pragma once

#include <string_view>
#include <vector>

#include "program/program.h"
#include "rewrite/draft.h"

namespace forklint::rewrite {

// Replaces the text "fork" by the preferred method; nothing where the expression is no such text.
std::optional<Draft> other_method(const program::Program& program, const program::Module& module,
                                  const python::Expr& value);

// `ddp_fork` and its kin to the strategy that spawns; nothing for those of notebooks, which can only fork.
std::optional<Draft> other_strategy(const program::Module& module, const python::Expr& value);

// The sites whose processes are started as this call says: it makes their context, sets their default, or
// creates them itself.
std::vector<const program::Site*> creators_behind(const program::Program& program, const program::Site& site);

}  // namespace forklint::rewrite
