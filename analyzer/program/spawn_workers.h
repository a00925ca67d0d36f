// What runs in the processes of a site. Internal, for SpawnChecker.
#pragma once

#include <unordered_set>
#include <vector>

#include "program/site.h"

namespace forklint::program {

// The functions of the project that its processes run, those that they call among them.
std::vector<Evaluator::Target> functions_in_workers(Evaluator& evaluator, const Site& site);

// The files of what they run and of what that takes from other modules, whether they are parsed or not.
std::vector<std::string_view> files_in_workers(Evaluator& evaluator, const ModuleTable& table,
                                               const Site& site);

// All that these functions call, in the order in which it is met; `first` among them.
std::vector<Evaluator::Target> closure_of_calls(Evaluator& evaluator,
                                                const std::vector<Evaluator::Target>& first);

}  // namespace forklint::program
