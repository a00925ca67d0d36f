#include "native/reader/way_to_fork.h"

#include <algorithm>
#include <set>

#include "native/reader/branches.h"
#include "native/reader/calls.h"

namespace forklint::native {
namespace {

using clang::CFGBlock;

// What may have been called when the fork is reached: the blocks from which a way leads there.
class WayTo {
 public:
  WayTo(const clang::CallExpr& fork, Places& places) : fork_(fork), places_(places) {}

  std::vector<NativeCall> run(const clang::CFG& cfg) {
    for (const CFGBlock* block : cfg) {
      if (!read(*block, true)) continue;
      std::vector<const CFGBlock*> waiting{block};
      std::set<const CFGBlock*> seen;
      while (!waiting.empty()) {
        const CFGBlock* at = waiting.back();
        waiting.pop_back();
        for (const CFGBlock::AdjacentBlock& before : at->preds()) {
          const CFGBlock* source = before.getReachableBlock();
          if (source == nullptr || !seen.insert(source).second) continue;
          read(*source, false);
          waiting.push_back(source);
        }
      }
      break;
    }
    std::sort(calls_.begin(), calls_.end(),
              [](const NativeCall& left, const NativeCall& right) { return left.place < right.place; });
    return std::move(calls_);
  }

 private:
  // With `to_fork` only where the fork stands in it, and up to there.
  bool read(const CFGBlock& block, bool to_fork) {
    std::vector<NativeCall> calls;
    for (const clang::CFGElement& element : block) {
      if (const auto statement = element.getAs<clang::CFGStmt>()) {
        if (to_fork && statement->getStmt() == &fork_) {
          to_fork = false;
          break;
        }
        if (std::optional<NativeCall> call = call_in(*statement->getStmt(), places_))
          calls.push_back(std::move(*call));
      } else if (const auto end = element.getAs<clang::CFGAutomaticObjDtor>()) {
        add_destructor(*end, calls);
      }
    }
    if (to_fork) return false;
    calls_.insert(calls_.end(), calls.begin(), calls.end());
    return true;
  }

  void add_destructor(const clang::CFGAutomaticObjDtor& end, std::vector<NativeCall>& calls) {
    const clang::CXXRecordDecl* type = end.getVarDecl()->getType()->getAsCXXRecordDecl();
    if (type == nullptr || end.getTriggerStmt() == nullptr) return;
    calls.push_back({.place = places_.of(end.getTriggerStmt()->getEndLoc()),
                     .name = name_of(*type) + "::~" + type->getNameAsString()});
  }

  const clang::CallExpr& fork_;
  Places& places_;
  std::vector<NativeCall> calls_;
};

// The variable that a statement gives the fork's result to; null for any other statement.
const clang::ValueDecl* variable_of(const clang::Stmt& statement, const clang::CallExpr& fork) {
  const auto is_fork = [&](const clang::Expr* expr) {
    return expr != nullptr && expr->IgnoreParenCasts()->IgnoreImplicit() == &fork;
  };
  if (const auto* declaration = llvm::dyn_cast<clang::DeclStmt>(&statement)) {
    if (!declaration->isSingleDecl()) return nullptr;
    const auto* declared = llvm::dyn_cast<clang::VarDecl>(declaration->getSingleDecl());
    return declared != nullptr && is_fork(declared->getInit()) ? declared : nullptr;
  }
  const auto* assignment = llvm::dyn_cast<clang::BinaryOperator>(&statement);
  if (assignment == nullptr || assignment->getOpcode() != clang::BO_Assign || !is_fork(assignment->getRHS()))
    return nullptr;
  const auto* reference = llvm::dyn_cast<clang::DeclRefExpr>(assignment->getLHS()->IgnoreParens());
  return reference == nullptr ? nullptr : reference->getDecl();
}

}  // namespace

std::unique_ptr<clang::CFG> cfg_of(const clang::FunctionDecl& function, const clang::ASTContext& context,
                                   bool destructors) {
  clang::CFG::BuildOptions options;
  options.setAllAlwaysAdd();
  options.AddInitializers = true;
  options.AddImplicitDtors = destructors;
  return clang::CFG::buildCFG(&function, function.getBody(), const_cast<clang::ASTContext*>(&context),
                              options);
}

std::vector<NativeCall> calls_before(const clang::FunctionDecl& function, const clang::CallExpr& fork,
                                     const clang::ASTContext& context, Places& places) {
  const std::unique_ptr<clang::CFG> cfg = cfg_of(function, context, true);
  return cfg == nullptr ? std::vector<NativeCall>() : WayTo(fork, places).run(*cfg);
}

BareFork bare_fork_in(const clang::FunctionDecl& function, const clang::CallExpr& fork) {
  std::vector<const clang::Stmt*> waiting{function.getBody()};
  while (!waiting.empty()) {
    const clang::Stmt* statement = waiting.back();
    waiting.pop_back();
    if (statement == nullptr) continue;
    const auto* block = llvm::dyn_cast<clang::CompoundStmt>(statement);
    for (const clang::Stmt* child : statement->children()) {
      if (child == nullptr) continue;
      const clang::ValueDecl* variable = block == nullptr ? nullptr : variable_of(*child, fork);
      if (variable != nullptr) return {block, child, variable};
      waiting.push_back(child);
    }
  }
  return {};
}

ForkStatement statement_of(const BareFork& bare, const clang::ASTContext& context, Places& places) {
  if (bare.statement == nullptr) return {};
  const clang::SourceRange range = bare.statement->getSourceRange();
  if (range.getBegin().isMacroID() || range.getEnd().isMacroID()) return {};
  const Span span = span_of(range, context);
  const clang::SourceManager& sources = context.getSourceManager();
  const auto text = sources.getBufferData(sources.getFileID(range.getBegin())).slice(span.begin, span.end);
  if (!text.ends_with(";") || text.contains('\n')) return {};
  ForkStatement found{places.of(range), bare.variable->getNameAsString()};
  found.place.span = span;
  return found;
}

Span span_of(clang::SourceRange range, const clang::ASTContext& context) {
  Span span = written_span(range, context);
  const clang::SourceManager& sources = context.getSourceManager();
  const auto text = sources.getBufferData(sources.getFileID(range.getBegin()));
  if (text.substr(span.end).starts_with(";")) ++span.end;
  return span;
}

}  // namespace forklint::native
