// From the syntax of a module to what its names mean: scopes, bindings, uses, and calls in evaluation order.
#pragma once

#include "python/module.h"

namespace forklint::python {

class ScopeBuilder {
 public:
  // Called once, at the end of parse(): needs `source_`, `arena_` and `body_`, and fills everything of the
  // module that has to do with names and calls, as well as the `scope` of functions, classes and
  // comprehensions. Functions, classes and imports are collected here too.
  static void build(PythonModule& module);
};

}  // namespace forklint::python
