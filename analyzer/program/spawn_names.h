// What pickle goes by when it sends a function or a class: its name, looked up in its module. Internal.
#pragma once

#include <string>

#include "program/evaluator.h"

namespace forklint::program {

// "main.<locals>.work", as Python's __qualname__.
std::string qualified_name(const python::Function& function);
std::string qualified_name(const python::Class& class_);

// Whether the definition stands in a function, where no name leads to it from outside.
bool is_nested(const python::Function& function);
bool is_nested(const python::Class& class_);

// Whether all bindings of the module's name stand under its main guard, which the child does not run.
bool is_bound_under_main_guard_only(const Module& module, std::string_view name);

// Whether what stands in the region runs whenever its function does and nothing raises.
bool is_unconditional(const python::Region* region);

// What a decorated function is replaced by where its decorator does not use functools.wraps; null where each
// decorator keeps the name, or is not known. `certain`: no decorator around it that is not known.
const python::Function* wrapper_without_name(Evaluator& evaluator, const python::Function& function,
                                             const Module& module, bool& certain);

}  // namespace forklint::program
