// The fixes of a site: what rules put into their findings.
#pragma once

#include <vector>

#include "program/program.h"

namespace forklint::rewrite {

// Adds to the finding what is known of getting rid of the fork at the site: a fix, where there is one, and as
// related places what stands in the way of it.
void add_fixes(const program::Program& program, const program::Site& site, Finding& finding);

}  // namespace forklint::rewrite
