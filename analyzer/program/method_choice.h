// Whether a site creates a process, and by which start method, from its own arguments alone.
#pragma once

#include "program/site.h"

namespace forklint::program {

// The argument that a site passes for a parameter of its API; partials count.
BoundArgument argument_of(Evaluator& evaluator, const Site& site, std::string_view parameter);

// Whether all conditions hold. `unknown` when one depends on a value that is not known.
Outcome conditions_hold(Evaluator& evaluator, const Site& site,
                        std::span<const catalog::Condition> conditions);

MethodChoice method_choice(Evaluator& evaluator, const catalog::Catalog& catalog, const Targets& targets,
                           const std::vector<Setting>& settings, const Site& site);

}  // namespace forklint::program
