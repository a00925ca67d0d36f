// What pybind11, nanobind, torch and Boost.Python write in C++.
#include <clang/AST/DeclTemplate.h>
#include <llvm/ADT/StringSwitch.h>

#include "native/reader/bindings.h"

namespace forklint::native {
namespace {

constexpr int kMaxDepth = 256;

std::optional<std::string> literal(const clang::Expr& expr) {
  const auto* text =
      llvm::dyn_cast<clang::StringLiteral>(expr.IgnoreUnlessSpelledInSource()->IgnoreParenCasts());
  if (text == nullptr || text->getCharByteWidth() != 1) return std::nullopt;
  return text->getString().str();
}

// A name for Python, in what stands for a module or a class.
bool defines(const clang::FunctionDecl& callee) {
  return llvm::StringSwitch<bool>(name_of(callee))
      .Cases("pybind11::module_::def", "nanobind::module_::def", "torch::Library::def",
             "torch::Library::impl", "boost::python::def", true)
      .Cases("pybind11::class_::def", "pybind11::class_::def_static", "nanobind::class_::def",
             "nanobind::class_::def_static", "boost::python::class_::def", "torch::class_::def",
             "torch::class_::def_static", true)
      .Default(false);
}

bool is_module(clang::QualType type) {
  const clang::CXXRecordDecl* record = type.getNonReferenceType()->getAsCXXRecordDecl();
  if (record == nullptr) return false;
  const std::string name = record->getQualifiedNameAsString();
  return name == "pybind11::module_" || name == "nanobind::module_" || name == "torch::Library";
}

// What the library's macro has made a function of: "pybind11_init_fast" is the module `fast`.
std::string module_of_function(const clang::FunctionDecl& around) {
  if (!around.getDeclName().isIdentifier()) return "";
  llvm::StringRef name = around.getName();
  if (name.consume_front("TORCH_LIBRARY_IMPL_init_") || name.consume_front("TORCH_LIBRARY_FRAGMENT_init_"))
    return "torch.ops." + name.split('_').first.str();
  if (name.consume_front("TORCH_LIBRARY_init_")) return "torch.ops." + name.str();
  for (const char* prefix : {"pybind11_init_", "nanobind_init_", "init_module_", "PyInit_"}) {
    if (name.consume_front(prefix)) return name.str();
  }
  if (name.consume_front("nanobind_") && (name.consume_back("_exec_impl") || name.consume_back("_init")))
    return name.str();
  return "";
}

}  // namespace

Bindings::Scope Bindings::scope_of_function(const clang::FunctionDecl& around) const {
  const std::string module = module_of_function(around);
  return {module.empty() ? mark_of(around) : module};
}

// `class_<T>(module, "Name")`; torch's is given a namespace instead of a module, Boost's neither.
std::optional<Bindings::Scope> Bindings::scope_of_made(const clang::CXXConstructExpr& made,
                                                       const clang::FunctionDecl& around, int depth) const {
  const clang::CXXRecordDecl* type = made.getConstructor()->getParent();
  const std::string name = type->getQualifiedNameAsString();
  std::vector<std::string> texts;
  for (const clang::Expr* argument : made.arguments()) {
    if (std::optional<std::string> text = literal(*argument)) texts.push_back(std::move(*text));
  }
  std::optional<Scope> scope;
  if (name == "torch::class_" && texts.size() >= 2) {
    scope = Scope{"torch.classes." + texts[0]};
    texts.erase(texts.begin());
  } else if (name == "boost::python::class_") {
    scope = scope_of_function(around);
  } else if ((name == "pybind11::class_" || name == "nanobind::class_") && made.getNumArgs() > 0) {
    scope = scope_of(*made.getArg(0), around, depth + 1);
  } else if (made.getNumArgs() == 1) {
    return scope_of(*made.getArg(0), around, depth + 1);  // a copy
  }
  if (!scope || texts.empty()) return std::nullopt;
  scope->inner = scope->inner.empty() ? texts[0] : scope->inner + "." + texts[0];
  scope->is_class = true;
  return scope;
}

std::optional<Bindings::Scope> Bindings::scope_of(const clang::Expr& expr, const clang::FunctionDecl& around,
                                                  int depth) const {
  if (depth > kMaxDepth) return std::nullopt;
  const clang::Expr* object = expr.IgnoreUnlessSpelledInSource();
  if (const auto* cast = llvm::dyn_cast<clang::CXXFunctionalCastExpr>(object))
    object = cast->getSubExpr()->IgnoreUnlessSpelledInSource();
  if (const auto* reference = llvm::dyn_cast<clang::DeclRefExpr>(object)) {
    const auto* variable = llvm::dyn_cast<clang::VarDecl>(reference->getDecl());
    if (variable == nullptr || llvm::isa<clang::ParmVarDecl>(variable)) return scope_of_function(around);
    if (!variable->hasInit()) return std::nullopt;
    return scope_of(*variable->getInit(), around, depth + 1);
  }
  if (const auto* made = llvm::dyn_cast<clang::CXXConstructExpr>(object))
    return scope_of_made(*made, around, depth);
  const auto* call = llvm::dyn_cast<clang::CXXMemberCallExpr>(object);
  if (call == nullptr || call->getMethodDecl() == nullptr) return std::nullopt;
  std::optional<Scope> scope = scope_of(*call->getImplicitObjectArgument(), around, depth + 1);
  const std::string name = name_of(*call->getMethodDecl());
  const bool is_class = name == "torch::Library::class_";
  if (!scope || !(llvm::StringRef(name).ends_with("::def_submodule") || is_class)) return scope;
  const std::optional<std::string> inner = call->getNumArgs() == 0 ? std::nullopt : literal(*call->getArg(0));
  if (!inner) return std::nullopt;
  scope->inner = scope->inner.empty() ? *inner : scope->inner + "." + *inner;
  scope->is_class = is_class;
  if (constexpr llvm::StringLiteral kOps = "torch.ops.";
      is_class && llvm::StringRef(scope->scope).starts_with(kOps))
    scope->scope = "torch.classes." + scope->scope.substr(kOps.size());
  return scope;
}

std::string Bindings::function_key(const clang::Expr& expr, int depth) const {
  constexpr int kMaxWrappers = 4;
  const clang::Expr* value = expr.IgnoreUnlessSpelledInSource()->IgnoreParenCasts();
  if (const auto* lambda = llvm::dyn_cast<clang::LambdaExpr>(value))
    return places_.key_of(*lambda->getCallOperator());
  if (const auto* unary = llvm::dyn_cast<clang::UnaryOperator>(value);
      unary != nullptr && unary->getOpcode() == clang::UO_AddrOf)
    value = unary->getSubExpr()->IgnoreParenCasts();
  if (const auto* reference = llvm::dyn_cast<clang::DeclRefExpr>(value)) {
    const auto* target = llvm::dyn_cast<clang::FunctionDecl>(reference->getDecl());
    return target == nullptr ? "" : places_.key_of(*target);
  }
  // What an overload is chosen by, or the function wrapped in.
  const auto* call = llvm::dyn_cast<clang::CallExpr>(value);
  if (call == nullptr || depth >= kMaxWrappers) return "";
  for (const clang::Expr* argument : call->arguments()) {
    if (std::string key = function_key(*argument, depth + 1); !key.empty()) return key;
  }
  return "";
}

void Bindings::read_call(const clang::CallExpr& call, const clang::FunctionDecl& around) {
  const clang::FunctionDecl* callee = call.getDirectCallee();
  if (callee == nullptr) return;
  if (defines(*callee)) {
    read_definition(call, around);
  } else {
    read_handing_on(call, around);
  }
}

void Bindings::read_definition(const clang::CallExpr& call, const clang::FunctionDecl& around) {
  if (call.getNumArgs() == 0) return;
  const auto* method = llvm::dyn_cast<clang::CXXMemberCallExpr>(&call);
  const std::optional<Scope> scope = method == nullptr
                                         ? scope_of_function(around)
                                         : scope_of(*method->getImplicitObjectArgument(), around, 0);
  if (!scope) return;
  const std::optional<std::string> name = literal(*call.getArg(0));
  if (name && call.getNumArgs() >= 2) {
    // torch's names may carry a signature.
    add_binding(*scope, llvm::StringRef(*name).split('(').first.str(), function_key(*call.getArg(1)),
                call.getArg(0)->getSourceRange());
  } else if (!name && scope->is_class) {
    // `init(function)`: it makes the instance.
    add_binding(*scope, "", function_key(*call.getArg(0)), call.getArg(0)->getSourceRange());
  }
}

// `PyModule_AddFunctions(module, table)`, `bind(module)`, and in a module of Boost's `export_names()`.
void Bindings::read_handing_on(const clang::CallExpr& call, const clang::FunctionDecl& around) {
  const clang::FunctionDecl& callee = *call.getDirectCallee();
  if (callee.getDeclName().isIdentifier() && callee.getName() == "PyModule_AddFunctions" &&
      call.getNumArgs() == 2) {
    const auto* reference = llvm::dyn_cast<clang::DeclRefExpr>(call.getArg(1)->IgnoreParenCasts());
    const auto* table = reference == nullptr ? nullptr : llvm::dyn_cast<clang::VarDecl>(reference->getDecl());
    if (table != nullptr) add_scope(mark_of(*table), scope_of_function(around).scope);
    return;
  }
  if (!places_.in_project(callee.getLocation())) return;
  for (const clang::Expr* argument : call.arguments()) {
    if (!is_module(argument->getType())) continue;
    if (const std::optional<Scope> scope = scope_of(*argument, around, 0))
      add_scope(mark_of(callee), scope->scope, scope->inner, scope->is_class);
  }
  const llvm::StringRef name = around.getDeclName().isIdentifier() ? around.getName() : "";
  if (call.getNumArgs() == 0 && name.starts_with("init_module_"))
    add_scope(mark_of(callee), scope_of_function(around).scope);
}

}  // namespace forklint::native
