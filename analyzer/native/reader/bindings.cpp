#include "native/reader/bindings.h"

#include <clang/AST/ExprCXX.h>

namespace forklint::native {
namespace {

const clang::Expr* plain(const clang::Expr* expr) {
  return expr == nullptr ? nullptr : expr->IgnoreParenCasts();
}

const clang::StringLiteral* literal(const clang::Expr* expr) {
  return llvm::dyn_cast_or_null<clang::StringLiteral>(plain(expr));
}

const clang::FunctionDecl* function(const clang::Expr* expr) {
  expr = plain(expr);
  if (const auto* unary = llvm::dyn_cast_or_null<clang::UnaryOperator>(expr))
    expr = plain(unary->getSubExpr());
  const auto* reference = llvm::dyn_cast_or_null<clang::DeclRefExpr>(expr);
  return reference == nullptr ? nullptr : llvm::dyn_cast<clang::FunctionDecl>(reference->getDecl());
}

bool is_struct(clang::QualType type, llvm::StringRef name) {
  const clang::RecordDecl* record = type->getAsRecordDecl();
  if (record == nullptr) return false;
  if (record->getName() == name) return true;
  const clang::TypedefNameDecl* alias = record->getTypedefNameForAnonDecl();
  return alias != nullptr && alias->getName() == name;
}

// Until the modules are known, the table that a name stands in is its module.
std::string table_mark(const clang::VarDecl& table) { return "table " + table.getNameAsString(); }

void read_methods(const clang::VarDecl& variable, const clang::InitListExpr& rows, Places& places,
                  NativeUnit& unit) {
  for (const clang::Expr* each : rows.inits()) {
    const auto* row = llvm::dyn_cast<clang::InitListExpr>(each->IgnoreParenImpCasts());
    if (row == nullptr || row->getNumInits() < 2) continue;
    const clang::StringLiteral* name = literal(row->getInit(0));
    const clang::FunctionDecl* target = function(row->getInit(1));
    if (name == nullptr || target == nullptr || name->getCharByteWidth() != 1) continue;
    unit.bindings.push_back({table_mark(variable), name->getString().str(), places.key_of(*target),
                             places.of(name->getSourceRange())});
  }
}

}  // namespace

void read_table(const clang::VarDecl& variable, Places& places, NativeUnit& unit) {
  const auto* rows = llvm::dyn_cast_or_null<clang::InitListExpr>(plain(variable.getInit()));
  if (rows == nullptr) return;
  if (const clang::ArrayType* array = variable.getType()->getAsArrayTypeUnsafe()) {
    if (is_struct(array->getElementType(), "PyMethodDef")) read_methods(variable, *rows, places, unit);
    return;
  }
  if (!is_struct(variable.getType(), "PyModuleDef")) return;
  std::string name;
  std::string table;
  for (const clang::Expr* each : rows->inits()) {
    if (const clang::StringLiteral* text = literal(each); text != nullptr && name.empty())
      name = text->getString().str();
    const auto* reference = llvm::dyn_cast<clang::DeclRefExpr>(plain(each));
    const auto* target =
        reference == nullptr ? nullptr : llvm::dyn_cast<clang::VarDecl>(reference->getDecl());
    if (target == nullptr) continue;
    const clang::ArrayType* array = target->getType()->getAsArrayTypeUnsafe();
    if (array != nullptr && is_struct(array->getElementType(), "PyMethodDef")) table = table_mark(*target);
  }
  // Kept as a binding without a function until all tables are read.
  if (!name.empty() && !table.empty())
    unit.bindings.push_back({name, table, "", places.of(variable.getLocation())});
}

void read_definition(const clang::CallExpr&, Places&, NativeUnit&) {}

void name_modules(NativeUnit& unit) {
  std::vector<NativeBinding> named;
  for (const NativeBinding& binding : unit.bindings) {
    if (binding.function.empty()) continue;
    named.push_back(binding);
    for (const NativeBinding& module : unit.bindings) {
      if (module.function.empty() && module.name == binding.module) named.back().module = module.module;
    }
    if (named.back().module.starts_with("table ")) named.back().module.clear();
  }
  unit.bindings = std::move(named);
}

}  // namespace forklint::native
