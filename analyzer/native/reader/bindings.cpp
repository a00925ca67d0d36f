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

// A method `def` of what stands for a module, or Boost's free function.
bool is_definition(const clang::FunctionDecl& function) {
  if (!function.getDeclName().isIdentifier() || (function.getName() != "def" && function.getName() != "impl"))
    return false;
  const std::string name = function.getQualifiedNameAsString();
  return name == "pybind11::module_::def" || name == "nanobind::module_::def" ||
         name == "torch::Library::def" || name == "torch::Library::impl" || name == "boost::python::def";
}

// What the library's macro has made a function of: "pybind11_init_fast" is the module `fast`.
std::string module_of_function(const clang::FunctionDecl& around) {
  if (!around.getDeclName().isIdentifier()) return "";
  llvm::StringRef name = around.getName();
  if (name.consume_front("TORCH_LIBRARY_init_")) return "torch.ops." + name.str();
  for (const char* prefix : {"pybind11_init_", "nanobind_init_", "init_module_"}) {
    if (name.consume_front(prefix)) return name.str();
  }
  if (name.consume_front("nanobind_") && name.consume_back("_init")) return name.str();
  return "";
}

// The module that an expression stands for: that of the function, or a submodule of it.
std::string module_of(const clang::Expr& expr, const std::string& outer, int depth) {
  constexpr int kMaxDepth = 256;
  if (depth > kMaxDepth) return "";
  const clang::Expr* object = expr.IgnoreUnlessSpelledInSource();
  if (const auto* reference = llvm::dyn_cast<clang::DeclRefExpr>(object)) {
    const auto* variable = llvm::dyn_cast<clang::VarDecl>(reference->getDecl());
    if (variable == nullptr || llvm::isa<clang::ParmVarDecl>(variable)) return outer;
    return variable->hasInit() ? module_of(*variable->getInit(), outer, depth + 1) : "";
  }
  const auto* call = llvm::dyn_cast<clang::CXXMemberCallExpr>(object);
  if (call == nullptr || call->getMethodDecl() == nullptr) return "";
  const std::string inner = module_of(*call->getImplicitObjectArgument(), outer, depth + 1);
  if (call->getMethodDecl()->getNameAsString() != "def_submodule" || call->getNumArgs() == 0) return inner;
  const auto* name = llvm::dyn_cast<clang::StringLiteral>(call->getArg(0)->IgnoreUnlessSpelledInSource());
  return name == nullptr || inner.empty() ? "" : inner + "." + name->getString().str();
}

std::string module_of_definition(const clang::CallExpr& call, const clang::FunctionDecl& around) {
  const std::string outer = module_of_function(around);
  const auto* method = llvm::dyn_cast<clang::CXXMemberCallExpr>(&call);
  if (outer.empty() || method == nullptr) return outer;
  return module_of(*method->getImplicitObjectArgument(), outer, 0);
}

std::string function_key(const clang::Expr& expr, Places& places) {
  const clang::Expr* plain_expr = expr.IgnoreUnlessSpelledInSource();
  if (const auto* lambda = llvm::dyn_cast<clang::LambdaExpr>(plain_expr))
    return places.key_of(*lambda->getCallOperator());
  const clang::FunctionDecl* target = function(plain_expr);
  return target == nullptr ? "" : places.key_of(*target);
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

void read_definition(const clang::CallExpr& call, const clang::FunctionDecl& around, Places& places,
                     NativeUnit& unit) {
  const clang::FunctionDecl* callee = call.getDirectCallee();
  if (callee == nullptr || !is_definition(*callee) || call.getNumArgs() < 2) return;
  const std::string module = module_of_definition(call, around);
  const auto* name = llvm::dyn_cast<clang::StringLiteral>(call.getArg(0)->IgnoreUnlessSpelledInSource());
  const std::string target = function_key(*call.getArg(1), places);
  if (module.empty() || name == nullptr || name->getCharByteWidth() != 1 || target.empty()) return;
  // torch's names may carry a signature.
  const std::string plain_name = name->getString().split('(').first.str();
  unit.bindings.push_back({module, plain_name, target, places.of(name->getSourceRange())});
}

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
