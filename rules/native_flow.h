// What the rules about native forks share.
#pragma once

#include <string>
#include <vector>

#include "finding/finding.h"
#include "native/child.h"

namespace forklint::rules {

// From the fork down to a call in its child, through the project's functions.
std::vector<FlowStep> flow_to(const native::ForkSite& site, const native::UnsafeCall& call);

// A fix is offered where the code was read whole, in a file of the project and outside of macros.
bool can_fix(const native::NativeUnit& unit, const native::NativePlace& place);

// Where headers were missing and stand-ins took their place, nothing is more than possible.
Level level_in(const native::NativeUnit& unit, Level level);

// "'fork' in 'start'"
std::string named(const native::ForkSite& site);

// Whether Python calls the function, or one from which it is called: by a table of methods or by its type.
bool is_called_by_python(const native::NativeCode& code, const native::NativeUnit& unit,
                         const native::NativeFunction& function);

// FRK402 speaks of the fork: its child goes on in Python, and the hooks or the GIL are not as they must be.
bool lacks_hooks(const native::NativeCode& code, const native::ForkSite& site);

// FRK405 speaks of the fork: its child is meant to end, and there is a way on which it returns to Python.
bool returns_to_python(const native::NativeCode& code, const native::ForkSite& site);

// A function of Python's C API, or of what wraps it for C++.
bool is_of_python(const std::string& name);

}  // namespace forklint::rules
