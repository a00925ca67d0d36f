// Whether a site creates a process, and by which start method, from its own arguments alone.
#pragma once

#include "program/site.h"

namespace forklint::program {

// The argument that a site passes for a parameter of its API; partials and constructors that hand on count.
// `frame`: as one caller of the function around the site makes it.
BoundArgument argument_of(Evaluator& evaluator, const Site& site, std::string_view parameter,
                          const Frame* frame = nullptr);

// Whether all conditions hold. `unknown` when one depends on a value that is not known.
Outcome conditions_hold(Evaluator& evaluator, const Site& site,
                        std::span<const catalog::Condition> conditions, const Frame* frame = nullptr);
// Whether the conditions of its hazard hold: `unknown` too where only some of the values that a parameter can
// have make it begin.
Outcome hazard_begins(Evaluator& evaluator, const Site& site, const Frame* frame = nullptr);
// The parameter of the first condition that is not known.
std::string_view unknown_condition(Evaluator& evaluator, const Site& site,
                                   std::span<const catalog::Condition> conditions,
                                   const Frame* frame = nullptr);

MethodChoice method_choice(Evaluator& evaluator, const catalog::Catalog& catalog, const Targets& targets,
                           const std::vector<Setting>& settings, const Site& site,
                           const Frame* frame = nullptr);

}  // namespace forklint::program
