#include "native/reader/callee.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/DeclCXX.h>
#include <clang/Basic/TargetInfo.h>
#include <llvm/ADT/StringSwitch.h>

namespace forklint::native {
namespace {

constexpr std::int64_t kSharesMemory = 0x100;  // CLONE_VM
constexpr std::int64_t kIsThread = 0x10000;    // CLONE_THREAD

std::optional<std::int64_t> integer(const clang::Expr* expr, const clang::ASTContext& context) {
  clang::Expr::EvalResult result;
  if (expr->isValueDependent() || expr->containsErrors() || !expr->EvaluateAsInt(result, context))
    return std::nullopt;
  return result.Val.getInt().getExtValue();
}

const clang::FunctionDecl* function_in(const clang::Expr* expr, int depth) {
  constexpr int kMaxDepth = 4;
  if (expr == nullptr || depth > kMaxDepth) return nullptr;
  expr = expr->IgnoreParenCasts();
  if (const auto* unary = llvm::dyn_cast<clang::UnaryOperator>(expr)) {
    const bool passes = unary->getOpcode() == clang::UO_AddrOf || unary->getOpcode() == clang::UO_Deref;
    return passes ? function_in(unary->getSubExpr(), depth + 1) : nullptr;
  }
  const auto* reference = llvm::dyn_cast<clang::DeclRefExpr>(expr);
  if (reference == nullptr) return nullptr;
  if (const auto* function = llvm::dyn_cast<clang::FunctionDecl>(reference->getDecl())) return function;
  const auto* variable = llvm::dyn_cast<clang::VarDecl>(reference->getDecl());
  // What may be assigned later is not known.
  if (variable == nullptr || !variable->getType().isConstQualified()) return nullptr;
  return function_in(variable->getAnyInitializer(), depth + 1);
}

// fork, clone, ... as system calls, by number.
std::optional<ForkCall> system_call_of(const clang::CallExpr& call, const clang::ASTContext& context) {
  if (call.getNumArgs() == 0) return std::nullopt;
  const std::optional<std::int64_t> number = integer(call.getArg(0), context);
  if (!number) return std::nullopt;
  const llvm::Triple::ArchType arch = context.getTargetInfo().getTriple().getArch();
  constexpr std::int64_t kClone3 = 435;
  if (*number == kClone3) return ForkCall{ForkKind::clone, "syscall(SYS_clone3)", false};
  const bool x86 = arch == llvm::Triple::x86_64;
  if (x86 && *number == 57) return ForkCall{ForkKind::fork, "syscall(SYS_fork)"};
  if (x86 && *number == 58) return ForkCall{ForkKind::vfork, "syscall(SYS_vfork)"};
  if (*number != (x86 ? 56 : 220)) return std::nullopt;
  const auto flags = call.getNumArgs() > 1 ? integer(call.getArg(1), context) : std::nullopt;
  if (flags && (*flags & (kSharesMemory | kIsThread)) != 0) return std::nullopt;
  return ForkCall{ForkKind::clone, "syscall(SYS_clone)", flags.has_value()};
}

std::optional<ForkCall> clone_of(const clang::CallExpr& call, const clang::ASTContext& context) {
  constexpr unsigned kFlags = 2;
  const auto flags = call.getNumArgs() > kFlags ? integer(call.getArg(kFlags), context) : std::nullopt;
  if (flags && (*flags & (kSharesMemory | kIsThread)) != 0) return std::nullopt;
  return ForkCall{ForkKind::clone, "clone", flags.has_value()};
}

llvm::StringRef plain_name(const clang::FunctionDecl& function) {
  return function.getDeclName().isIdentifier() ? function.getName() : llvm::StringRef();
}

}  // namespace

const clang::FunctionDecl* callee_of(const clang::CallExpr& call) {
  if (const clang::FunctionDecl* direct = call.getDirectCallee()) return direct;
  if (call.getCallee()->isTypeDependent()) return nullptr;
  return function_in(call.getCallee(), 0);
}

bool is_library_function(const clang::FunctionDecl& function) {
  if (llvm::isa<clang::CXXMethodDecl>(function) || function.getStorageClass() == clang::SC_Static)
    return false;
  const clang::DeclContext* around = function.getDeclContext()->getRedeclContext();
  const bool is_global = around->isTranslationUnit() || around->isFunctionOrMethod() || function.isExternC();
  return is_global && function.isExternC() && !function.isDefined();
}

bool is_exec(const clang::FunctionDecl& function) {
  return is_library_function(function) && llvm::StringSwitch<bool>(plain_name(function))
                                              .Cases("execl", "execle", "execlp", "execv", "execve", "execvp",
                                                     "execvpe", "fexecve", "execveat", true)
                                              .Default(false);
}

std::optional<ForkCall> fork_call_of(const clang::CallExpr& call, const clang::ASTContext& context) {
  const clang::FunctionDecl* callee = callee_of(call);
  if (callee == nullptr || !is_library_function(*callee)) return std::nullopt;
  const llvm::StringRef name = plain_name(*callee);
  if (name == "syscall") return system_call_of(call, context);
  if (name == "clone" || name == "__clone" || name == "clone2" || name == "__clone2")
    return clone_of(call, context);
  if (name == "clone3") return ForkCall{ForkKind::clone, "clone3", false};
  const auto kind = llvm::StringSwitch<std::optional<ForkKind>>(name)
                        .Cases("fork", "_Fork", "__fork", "__libc_fork", "rfork", ForkKind::fork)
                        .Cases("vfork", "__vfork", ForkKind::vfork)
                        .Case("forkpty", ForkKind::terminal)
                        .Case("daemon", ForkKind::daemon)
                        .Default(std::nullopt);
  if (!kind) return std::nullopt;
  return ForkCall{*kind, name.str(), true};
}

}  // namespace forklint::native
