// The fixes of a site: what rules put into their findings. Each function adds to the finding what is known of
// getting rid of the fork: a fix, where there is one, and as related places what stands in the way of it.
#pragma once

#include <vector>

#include "program/program.h"

namespace forklint::rewrite {

// Processes from a default context that is fork.
void add_context_fix(const program::Program& program, const program::Site& site, Finding& finding);

// `value`: where the site's call says "fork".
void add_method_fix(const program::Program& program, const program::Site& site, const python::Expr& value,
                    Finding& finding);
void add_setting_fix(const program::Program& program, const program::Setting& setting, Finding& finding);

// What keeps processes from being started by spawn, where it can be changed mechanically.
void add_obstacle_fix(const program::Program& program, const program::SpawnObstacle& obstacle,
                      Finding& finding);

// An API that forks because of one of its arguments.
void add_strategy_fix(const program::Program& program, const program::Site& site, Finding& finding);

void add_preexec_fix(const program::Program& program, const program::Site& site, Finding& finding);

}  // namespace forklint::rewrite
