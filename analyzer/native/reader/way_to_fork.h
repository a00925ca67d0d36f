// What stands around a fork in the function that forks: what is called before it, and the statement of it.
#pragma once

#include <clang/AST/Decl.h>
#include <clang/AST/Expr.h>
#include <clang/Analysis/CFG.h>

#include <memory>
#include <vector>

#include "native/reader/places.h"
#include "native/unit.h"

namespace forklint::native {

// Null where Clang makes none.
std::unique_ptr<clang::CFG> cfg_of(const clang::FunctionDecl& function, const clang::ASTContext& context,
                                   bool destructors = false);

// On some way from the beginning of the function to the fork, in the order in which it is written. The ends
// of objects on the stack are calls of their destructors.
std::vector<NativeCall> calls_before(const clang::FunctionDecl& function, const clang::CallExpr& fork,
                                     const clang::ASTContext& context, Places& places);

// The statement that does nothing but fork into a variable, and the block it stands in. Null where there is
// none.
struct BareFork {
  const clang::CompoundStmt* block = nullptr;
  const clang::Stmt* statement = nullptr;
  const clang::ValueDecl* variable = nullptr;
};
BareFork bare_fork_in(const clang::FunctionDecl& function, const clang::CallExpr& fork);

// The same as data. Empty where the fork is a part of something else, or stands on several lines.
ForkStatement statement_of(const BareFork& bare, const clang::ASTContext& context, Places& places);

// In bytes of its file, with the semicolon behind an expression; for what is written there and by no macro.
Span span_of(clang::SourceRange range, const clang::ASTContext& context);

}  // namespace forklint::native
