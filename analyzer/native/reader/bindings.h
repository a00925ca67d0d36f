// Which names Python knows native functions by.
#pragma once

#include <clang/AST/Decl.h>
#include <clang/AST/Expr.h>

#include "native/reader/places.h"
#include "native/unit.h"

namespace forklint::native {

// Tables of the C API: PyMethodDef[], PyModuleDef.
void read_table(const clang::VarDecl& variable, Places& places, NativeUnit& unit);

// `module.def("name", function)` of pybind11, nanobind, torch::Library and Boost.Python, in the function that
// these make for a module.
void read_definition(const clang::CallExpr& call, const clang::FunctionDecl& around, Places& places,
                     NativeUnit& unit);

// Gives bindings the module of their table, once all tables are read.
void name_modules(NativeUnit& unit);

}  // namespace forklint::native
