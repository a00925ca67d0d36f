// Which names Python knows native functions by.
//
// What a name lies in is not always known where it is read: a table of methods belongs to the module or the
// type that another variable makes of it, `void bind(module &m)` to the module of who calls it. Such a place
// has a mark, and NativeScope says what marks stand for (native/scopes.h puts them together).
#pragma once

#include <clang/AST/Decl.h>
#include <clang/AST/Expr.h>
#include <clang/AST/ExprCXX.h>

#include <optional>
#include <string>

#include "native/reader/places.h"
#include "native/unit.h"

namespace forklint::native {

class Bindings {
 public:
  Bindings(const clang::ASTContext& context, Places& places, NativeUnit& unit)
      : context_(context), places_(places), unit_(unit) {}

  // Tables of the C API: PyMethodDef, PyModuleDef, PyModuleDef_Slot, PyTypeObject, PyType_Spec, PyType_Slot;
  // and cffi's.
  void read_table(const clang::VarDecl& variable);

  // The function that Python calls to import the module.
  void read_function(const clang::FunctionDecl& function);

  // `module.def("name", function)`, `class_<T>(module, "Name").def(...)` of pybind11, nanobind, torch and
  // Boost.Python, and calls that hand on a module to be filled.
  void read_call(const clang::CallExpr& call, const clang::FunctionDecl& around);

 private:
  // A module, or a class in it: `inner` is its dotted name there.
  struct Scope {
    std::string scope;
    std::string inner;
    bool is_class = false;
  };

  void read_methods(const clang::VarDecl& variable, const clang::InitListExpr& rows);
  void read_method(const Scope& scope, const clang::InitListExpr& row);
  void read_module(const clang::InitListExpr& fields);
  void read_module_slots(const clang::VarDecl& variable, const clang::InitListExpr& rows);
  void read_type(const clang::InitListExpr& fields, clang::QualType type);
  void read_type_slots(const clang::VarDecl& variable, const clang::InitListExpr& rows);
  void read_type_spec(const clang::InitListExpr& fields);
  void read_definition(const clang::CallExpr& call, const clang::FunctionDecl& around);
  void read_handing_on(const clang::CallExpr& call, const clang::FunctionDecl& around);

  // A type by the name that it gives itself: "module.Class".
  void add_type(const std::string& mark, llvm::StringRef full_name);
  void add_scope(std::string mark, std::string scope, std::string inner = "", bool is_class = false);
  void add_binding(const Scope& scope, std::string name, std::string function, clang::SourceRange range);
  Scope scope_of_function(const clang::FunctionDecl& around) const;
  std::optional<Scope> scope_of(const clang::Expr& expr, const clang::FunctionDecl& around, int depth) const;
  std::optional<Scope> scope_of_made(const clang::CXXConstructExpr& made, const clang::FunctionDecl& around,
                                     int depth) const;
  std::string mark_of(const clang::VarDecl& table) const;
  std::string mark_of(const clang::FunctionDecl& function) const;
  std::string unit_mark() const { return "@unit " + unit_.path; }
  std::string function_key(const clang::Expr& expr, int depth = 0) const;

  const clang::ASTContext& context_;
  Places& places_;
  NativeUnit& unit_;
};

}  // namespace forklint::native
