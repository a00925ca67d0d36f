// Which parts of a body run only on a condition.
#pragma once

#include <clang/AST/ASTContext.h>
#include <clang/AST/Stmt.h>

#include "source/span.h"

namespace forklint::native {

// Whether a part of a statement or expression may be left out when that runs: what follows `if`, the body of
// a loop, the right side of `&&`.
bool runs_on_condition(const clang::Stmt& part, const clang::Stmt& whole);

// In bytes of the file in which it stands, macros as they are used there.
Span written_span(clang::SourceRange range, const clang::ASTContext& context);

}  // namespace forklint::native
