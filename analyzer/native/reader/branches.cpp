#include "native/reader/branches.h"

#include <clang/AST/ExprCXX.h>
#include <clang/AST/StmtCXX.h>
#include <clang/Basic/SourceManager.h>
#include <clang/Lex/Lexer.h>

namespace forklint::native {

bool runs_on_condition(const clang::Stmt& part, const clang::Stmt& whole) {
  if (const auto* choice = llvm::dyn_cast<clang::IfStmt>(&whole))
    return &part == choice->getThen() || &part == choice->getElse();
  if (const auto* loop = llvm::dyn_cast<clang::ForStmt>(&whole))
    return &part == loop->getBody() || &part == loop->getInc();
  if (const auto* loop = llvm::dyn_cast<clang::WhileStmt>(&whole)) return &part == loop->getBody();
  if (const auto* loop = llvm::dyn_cast<clang::CXXForRangeStmt>(&whole)) return &part == loop->getBody();
  if (const auto* choice = llvm::dyn_cast<clang::SwitchStmt>(&whole)) return &part == choice->getBody();
  if (const auto* choice = llvm::dyn_cast<clang::AbstractConditionalOperator>(&whole))
    return &part == choice->getTrueExpr() || &part == choice->getFalseExpr();
  if (const auto* both = llvm::dyn_cast<clang::BinaryOperator>(&whole))
    return both->isLogicalOp() && &part == both->getRHS();
  return llvm::isa<clang::CXXCatchStmt>(whole);
}

Span written_span(clang::SourceRange range, const clang::ASTContext& context) {
  const clang::SourceManager& sources = context.getSourceManager();
  const clang::CharSourceRange written = sources.getExpansionRange(range);
  const std::uint32_t begin = sources.getFileOffset(written.getBegin());
  const clang::SourceLocation after =
      clang::Lexer::getLocForEndOfToken(written.getEnd(), 0, sources, context.getLangOpts());
  const std::uint32_t end = after.isValid() ? sources.getFileOffset(after) : begin;
  return {begin, end > begin ? end : begin + 1};
}

}  // namespace forklint::native
