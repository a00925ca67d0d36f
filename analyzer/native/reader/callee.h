// What a call calls, and whether that forks.
#pragma once

#include <clang/AST/Expr.h>
#include <clang/AST/ExprCXX.h>

#include <optional>
#include <string>

#include "native/unit.h"

namespace forklint::native {

struct ForkCall {
  ForkKind kind = ForkKind::fork;
  std::string name;
  bool certain = true;
};

// Also through a pointer whose value is constant. Null where it is not known.
const clang::FunctionDecl* callee_of(const clang::CallExpr& call);

// The function of the C library that creates a process by fork, and none of the project with its name.
std::optional<ForkCall> fork_call_of(const clang::CallExpr& call, const clang::ASTContext& context);

// A function of C or of the global namespace, with external linkage, that the unit does not define.
bool is_library_function(const clang::FunctionDecl& function);

// exec and its kin: it ends the child where it works.
bool is_exec(const clang::FunctionDecl& function);

}  // namespace forklint::native
