// What runs in parent and child after a fork, by the control flow of the function around it.
#pragma once

#include <clang/AST/Decl.h>
#include <clang/AST/Expr.h>

#include <optional>

#include "native/reader/places.h"
#include "native/unit.h"

namespace forklint::native {

struct Regions {
  ChildRegion child;
  bool parent_hook = false;
};

Regions regions_after(const clang::FunctionDecl& function, const clang::CallExpr& fork,
                      const clang::ASTContext& context, Places& places);

// A call, a construction, new, delete or throw: what a statement by itself runs.
std::optional<NativeCall> call_in(const clang::Stmt& statement, Places& places);

}  // namespace forklint::native
