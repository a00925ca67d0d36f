// What can be said of names in a module.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "program/modules.h"

namespace forklint::rewrite {

// Whether the identifier stands anywhere in the module, comments left out. Texts count: names are said there.
std::size_t count_of_name(const program::Module& module, std::string_view name);

// Whether the name of an import is said anywhere where no code reads it, in a way that may mean it: in the
// text of an annotation, in `__all__`. Not by attributes of that name, nor as a word among others in a text.
bool is_said_elsewhere(const program::Module& module, const python::Binding& import);

// The first of the candidates that the module has no use for; "" when it uses all of them.
std::string free_name(const program::Module& module, const std::vector<std::string>& candidates);

// The binding of a name of the module that code in `scope` sees: at its top level, outside of any condition,
// bound once, and hidden by no scope in between. Null otherwise.
const python::Binding* visible_binding(const program::Module& module, const python::Scope* scope,
                                       std::string_view name);

}  // namespace forklint::rewrite
