// Constructors that hand on what they are given: `class Loader(DataLoader)` with an `__init__` that calls
// `super().__init__(*args, **kwargs)`. Each construction of such a class is judged by its own arguments.
// Internal.
#pragma once

#include <vector>

#include "program/site.h"

namespace forklint::program {

// Whether an argument that decides about processes or their start method comes from a parameter of the
// function in which the site stands.
bool depends_on_caller(Evaluator& evaluator, const Site& site);
// The same for whether its hazard begins.
bool hazard_depends_on_caller(Evaluator& evaluator, const Site& site);
// Whether one of these arguments comes from an attribute of the object whose method the function is.
bool depends_on_object(Evaluator& evaluator, const Site& site);

// Whether a name in the expression is a parameter, or was assigned something that comes from one. `self` is
// the same in every call.
bool names_parameter(const python::Expr& expr, const Module& module, const python::Function& function,
                     unsigned depth = 0);

// Whether the expression reads an attribute of the object whose method the function is.
bool names_own_attribute(const python::Expr& expr, const python::Function& function);

// For a site that is the call of the API's own constructor inside that of a class: the constructions of the
// class, and of those derived from it, which lead there. Empty when the project shows none.
std::vector<Site> constructions_behind(Evaluator& evaluator, const Site& site);

}  // namespace forklint::program
