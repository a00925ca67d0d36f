// What runs in parent and child after a fork, by the control flow of the function around it.
#pragma once

#include <clang/AST/Decl.h>
#include <clang/AST/Expr.h>

#include <optional>
#include <vector>

#include "native/reader/places.h"
#include "native/unit.h"

namespace forklint::native {

struct Regions {
  ChildRegion child;
  std::vector<NativeCall> before;
  bool parent_hook = false;
  bool parent_returns = true;
};

Regions regions_after(const clang::FunctionDecl& function, const clang::CallExpr& fork,
                      const clang::ASTContext& context, Places& places);

}  // namespace forklint::native
