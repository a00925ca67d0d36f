// What the rules about native forks share.
#pragma once

#include <string>
#include <vector>

#include "finding/finding.h"
#include "native/child.h"

namespace forklint::rules {

// From the fork down to a call in its child, through the project's functions.
std::vector<FlowStep> flow_to(const native::ForkSite& site, const native::UnsafeCall& call);

// "'fork' in 'start'"
std::string named(const native::ForkSite& site);

// Whether Python calls the function, or one from which it is called: by a table of methods or by its type.
bool is_called_by_python(const native::NativeCode& code, const native::NativeUnit& unit,
                         const native::NativeFunction& function);

// A function of Python's C API, or of what wraps it for C++.
bool is_of_python(const std::string& name);

}  // namespace forklint::rules
