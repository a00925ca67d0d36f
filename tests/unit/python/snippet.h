// Snippets of Python that say in comments what is expected of them.
//
//   x = 1      #: one          gives the line a name
//   f(x)       #? x: one       the binding on that line reaches this use of x, and no other does
//   f(y)       #? y: one, two, unbound     two bindings reach it, and a path without any
//   f(z)       #? z: *stars, unbound       the star import on that line may supply it
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "python/module.h"

namespace forklint::python::testing {

// Fails the test for every use that is marked with #? and reached by something else. At least one must be.
void expect_reaching(std::string_view code);

// What a use means, in the words of the comments; lines without a name are called "line 3".
std::string describe_use(const PythonModule& module, const Name& name);

// "name(test) > loop > with lock": the conditions around something, from the outermost inwards.
std::string describe_region(const PythonModule& module, const Region* region);

// The names that a scope owns, sorted.
std::vector<std::string> owned(const Scope& scope);

// The only function or class of that name.
const Function& function_named(const PythonModule& module, std::string_view name);
const Class& class_named(const PythonModule& module, std::string_view name);

}  // namespace forklint::python::testing
