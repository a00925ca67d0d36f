#include "native/reader/child_region.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/ExprCXX.h>
#include <clang/Analysis/CFG.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "native/reader/callee.h"
#include "native/reader/calls.h"
#include "native/reader/way_to_fork.h"

namespace forklint::native {
namespace {

using clang::CFGBlock;

// Values of expressions under the assumption that the fork returned a certain number.
class Hypothesis {
 public:
  Hypothesis(const clang::CallExpr& fork, std::int64_t result, const clang::ASTContext& context)
      : fork_(fork), result_(result), context_(context) {}

  // Of the branch at the end of a block; `known` says whether the variable still holds the result.
  std::optional<std::int64_t> value(const clang::Stmt* statement, bool known) const {
    const auto* expr = llvm::dyn_cast_or_null<clang::Expr>(statement);
    return expr == nullptr ? std::nullopt : value_of(expr, known, 0);
  }

  // What the statement does to the knowledge of where the result is.
  void note(const clang::Stmt& statement, bool& known) {
    if (const auto* declaration = llvm::dyn_cast<clang::DeclStmt>(&statement)) {
      for (const clang::Decl* each : declaration->decls()) {
        const auto* variable = llvm::dyn_cast<clang::VarDecl>(each);
        if (variable != nullptr && variable->hasInit() && value_of(variable->getInit(), known, 0) &&
            mentions_result(variable->getInit()))
          carriers_.insert(variable), known = true;
      }
    } else if (const auto* assignment = llvm::dyn_cast<clang::BinaryOperator>(&statement);
               assignment != nullptr && assignment->isAssignmentOp()) {
      const clang::ValueDecl* target = variable_in(assignment->getLHS());
      if (target == nullptr) return;
      if (assignment->getOpcode() == clang::BO_Assign && mentions_result(assignment->getRHS())) {
        carriers_.insert(target), known = true;
      } else if (carriers_.contains(target)) {
        known = false;
      }
    }
  }

 private:
  static const clang::Expr* stripped(const clang::Expr* expr) {
    while (true) {
      const clang::Expr* inner = expr->IgnoreParenCasts();
      if (const auto* full = llvm::dyn_cast<clang::FullExpr>(inner)) inner = full->getSubExpr();
      if (inner == expr) return expr;
      expr = inner;
    }
  }
  static const clang::ValueDecl* variable_in(const clang::Expr* expr) {
    expr = stripped(expr);
    if (const auto* reference = llvm::dyn_cast<clang::DeclRefExpr>(expr)) return reference->getDecl();
    if (const auto* member = llvm::dyn_cast<clang::MemberExpr>(expr)) return member->getMemberDecl();
    return nullptr;
  }
  // The call itself, or what it was stored in.
  bool mentions_result(const clang::Expr* expr) const {
    expr = stripped(expr);
    if (expr == &fork_) return true;
    if (const auto* assignment = llvm::dyn_cast<clang::BinaryOperator>(expr);
        assignment != nullptr && assignment->getOpcode() == clang::BO_Assign)
      return mentions_result(assignment->getRHS());
    const clang::ValueDecl* variable = variable_in(expr);
    return variable != nullptr && carriers_.contains(variable);
  }

  std::optional<std::int64_t> value_of(const clang::Expr* expr, bool known, int depth) const {
    constexpr int kMaxDepth = 64;
    if (depth > kMaxDepth) return std::nullopt;
    expr = stripped(expr);
    if (expr == &fork_) return result_;
    if (const clang::ValueDecl* variable = variable_in(expr);
        variable != nullptr && carriers_.contains(variable))
      return known ? std::optional(result_) : std::nullopt;
    if (const auto* unary = llvm::dyn_cast<clang::UnaryOperator>(expr))
      return unary_value(*unary, known, depth);
    if (const auto* binary = llvm::dyn_cast<clang::BinaryOperator>(expr))
      return binary_value(*binary, known, depth);
    if (const auto* call = llvm::dyn_cast<clang::CallExpr>(expr)) return call_value(*call, known, depth);
    return constant(expr);
  }
  std::optional<std::int64_t> call_value(const clang::CallExpr& call, bool known, int depth) const {
    if (call.getBuiltinCallee() == clang::Builtin::BI__builtin_expect)
      return value_of(call.getArg(0), known, depth + 1);
    // Who sees what it returns sees that it failed: POSIX, exec, RETURN VALUE.
    const clang::FunctionDecl* callee = callee_of(call);
    return callee != nullptr && is_exec(*callee) ? std::optional<std::int64_t>(-1) : constant(&call);
  }
  std::optional<std::int64_t> constant(const clang::Expr* expr) const {
    clang::Expr::EvalResult result;
    if (expr->isValueDependent() || expr->containsErrors() ||
        !expr->getType()->isIntegralOrEnumerationType() || !expr->EvaluateAsInt(result, context_))
      return std::nullopt;
    return result.Val.getInt().getExtValue();
  }
  std::optional<std::int64_t> unary_value(const clang::UnaryOperator& unary, bool known, int depth) const {
    const auto inner = value_of(unary.getSubExpr(), known, depth + 1);
    if (!inner) return std::nullopt;
    if (unary.getOpcode() == clang::UO_LNot) return *inner == 0;
    if (unary.getOpcode() == clang::UO_Minus) return -*inner;
    return std::nullopt;
  }
  std::optional<std::int64_t> binary_value(const clang::BinaryOperator& binary, bool known, int depth) const {
    const auto right = value_of(binary.getRHS(), known, depth + 1);
    if (binary.getOpcode() == clang::BO_Assign || binary.getOpcode() == clang::BO_Comma) return right;
    const auto left = value_of(binary.getLHS(), known, depth + 1);
    const bool is_or = binary.getOpcode() == clang::BO_LOr;
    if (is_or || binary.getOpcode() == clang::BO_LAnd) {
      if ((left && (*left != 0) == is_or) || (right && (*right != 0) == is_or)) return is_or;
      return left && right ? std::optional<std::int64_t>(!is_or) : std::nullopt;
    }
    if (!left || !right) return std::nullopt;
    switch (binary.getOpcode()) {
      case clang::BO_EQ:
        return *left == *right;
      case clang::BO_NE:
        return *left != *right;
      case clang::BO_LT:
        return *left < *right;
      case clang::BO_GT:
        return *left > *right;
      case clang::BO_LE:
        return *left <= *right;
      case clang::BO_GE:
        return *left >= *right;
      default:
        return std::nullopt;
    }
  }

  const clang::CallExpr& fork_;
  const std::int64_t result_;
  const clang::ASTContext& context_;
  std::set<const clang::ValueDecl*> carriers_;
};

// Where a walk stands: at the beginning of a block, with what is known there.
struct State {
  const CFGBlock* block = nullptr;
  bool known = true;
  bool after_exec = false;

  auto operator<=>(const State& other) const {
    return std::tuple(block->getBlockID(), known, after_exec) <=>
           std::tuple(other.block->getBlockID(), other.known, other.after_exec);
  }
};

// Functions of the unit that no way leads out of, though nothing declares them so.
class Dead {
 public:
  explicit Dead(const clang::ASTContext& context) : context_(context) {}

  bool never_returns(const clang::FunctionDecl& function) {
    if (function.isNoReturn() || function.getQualifiedNameAsString() == "_exit") return true;
    const clang::FunctionDecl* definition = nullptr;
    if (!function.hasBody(definition) || definition->isDependentContext()) return false;
    const auto [known, is_new] = known_.try_emplace(definition, false);
    if (!is_new) return known->second;
    const std::unique_ptr<clang::CFG> cfg = cfg_of(*definition, context_);
    const bool result = cfg != nullptr && !reaches_exit(*cfg);
    return known_[definition] = result;
  }

 private:
  bool reaches_exit(const clang::CFG& cfg) {
    std::vector<const CFGBlock*> waiting{&cfg.getEntry()};
    std::set<const CFGBlock*> seen{&cfg.getEntry()};
    while (!waiting.empty()) {
      const CFGBlock& block = *waiting.back();
      waiting.pop_back();
      if (&block == &cfg.getExit()) return true;
      if (block.hasNoReturnElement() || stops(block)) continue;
      for (const CFGBlock::AdjacentBlock& next : block.succs()) {
        const CFGBlock* target = next.getReachableBlock();
        if (target != nullptr && seen.insert(target).second) waiting.push_back(target);
      }
    }
    return false;
  }
  bool stops(const CFGBlock& block) {
    return std::any_of(block.begin(), block.end(), [&](const clang::CFGElement& element) {
      const auto statement = element.getAs<clang::CFGStmt>();
      const auto* call = statement ? llvm::dyn_cast<clang::CallExpr>(statement->getStmt()) : nullptr;
      const clang::FunctionDecl* callee = call == nullptr ? nullptr : callee_of(*call);
      return callee != nullptr && never_returns(*callee);
    });
  }

  const clang::ASTContext& context_;
  std::map<const clang::FunctionDecl*, bool> known_;
};

class Walk {
 public:
  Walk(const clang::CallExpr& fork, std::int64_t result, const clang::ASTContext& context, Places& places)
      : fork_(fork), hypothesis_(fork, result, context), dead_(context), places_(places) {}

  ChildRegion run(const clang::CFG& cfg, const clang::FunctionDecl& function) {
    closing_ = function.getBodyRBrace();
    for (const CFGBlock* block : cfg) {
      std::size_t index = 0;
      for (const clang::CFGElement& element : *block) {
        ++index;
        const auto statement = element.getAs<clang::CFGStmt>();
        if (!statement || statement->getStmt() != &fork_) continue;
        region_.known = true;
        visit({block}, index);
        while (!waiting_.empty()) {
          const State state = *waiting_.begin();
          waiting_.erase(waiting_.begin());
          visit(state, 0);
        }
        note_ends();
        return std::move(region_);
      }
    }
    return std::move(region_);
  }

 private:
  void visit(State state, std::size_t first) {
    here_ = state;
    const clang::Stmt* returned = nullptr;
    std::size_t index = 0;
    for (const clang::CFGElement& element : *state.block) {
      if (index++ < first) continue;
      const auto statement = element.getAs<clang::CFGStmt>();
      if (!statement) continue;
      if (statement->getStmt() == &fork_) return;  // around a loop: the next one
      hypothesis_.note(*statement->getStmt(), state.known);
      if (llvm::isa<clang::ReturnStmt>(statement->getStmt())) returned = statement->getStmt();
      if (!run_call(*statement->getStmt(), state)) return;
    }
    leave(state, returned);
  }

  // False where the call does not come back.
  bool run_call(const clang::Stmt& statement, State& state) {
    const std::optional<NativeCall> call = call_in(statement, places_);
    if (!call) return true;
    const auto [known, is_new] = seen_.try_emplace({call->place, call->name}, region_.calls.size());
    if (is_new) {
      region_.calls.push_back(*call);
      called_in_.emplace_back();
    }
    called_in_[known->second].insert(here_);
    region_.calls_hook =
        region_.calls_hook || call->name == "PyOS_AfterFork_Child" || call->name == "PyOS_AfterFork";
    const auto* expr = llvm::dyn_cast<clang::CallExpr>(&statement);
    const clang::FunctionDecl* callee = expr == nullptr ? nullptr : callee_of(*expr);
    if (callee == nullptr) return call->name != "throw";
    if (is_exec(*callee)) {
      end_here();
      here_.after_exec = state.after_exec = true;
    }
    const bool leaves = dead_.never_returns(*callee) || call->name == "_Exit";
    if (leaves) end_here();
    return !leaves;
  }

  void end_here() {
    region_.ends = true;
    ends_.insert(here_);
  }

  // Against the direction of the walk: from where the child ends to the calls on the way there.
  void note_ends() {
    std::vector<State> waiting(ends_.begin(), ends_.end());
    while (!waiting.empty()) {
      const State state = waiting.back();
      waiting.pop_back();
      for (const State& before : before_[state]) {
        if (ends_.insert(before).second) waiting.push_back(before);
      }
    }
    for (std::size_t i = 0; i < region_.calls.size(); ++i) {
      region_.calls[i].may_end = std::any_of(called_in_[i].begin(), called_in_[i].end(),
                                             [&](const State& state) { return ends_.contains(state); });
    }
  }

  void leave(const State& state, const clang::Stmt* returned) {
    const CFGBlock& block = *state.block;
    if (block.hasNoReturnElement()) return;
    const clang::Stmt* const branch = block.getTerminatorStmt();
    const auto value = branch == nullptr || block.succ_size() < 2
                           ? std::nullopt
                           : hypothesis_.value(block.getTerminatorCondition(false), state.known);
    if (branch != nullptr && llvm::isa<clang::SwitchStmt>(branch) && value) {
      go_to_case(state, *value);
      return;
    }
    std::size_t index = 0;
    for (const CFGBlock::AdjacentBlock& next : block.succs()) {
      const bool is_then = index++ == 0;
      if (value && block.succ_size() == 2 && is_then != (*value != 0)) continue;
      const CFGBlock* target = next.getReachableBlock();
      if (target == nullptr) continue;
      if (target->succ_empty() && target->empty()) {
        note_return(state, returned);
      } else {
        go(target, state);
      }
    }
  }

  void note_return(const State& state, const clang::Stmt* returned) {
    std::vector<NativePlace>& places = state.after_exec ? region_.failed_exec_returns : region_.returns;
    const NativePlace place =
        places_.of(returned == nullptr ? clang::SourceRange(closing_) : returned->getSourceRange());
    if (std::find(places.begin(), places.end(), place) == places.end()) places.push_back(place);
  }

  void go(const CFGBlock* block, const State& from) {
    const State next{block, from.known, from.after_exec};
    before_[next].insert(here_);
    if (visited_.insert(next).second) waiting_.insert(next);
  }

  void go_to_case(const State& state, std::int64_t value) {
    const CFGBlock* otherwise = nullptr;
    for (const CFGBlock::AdjacentBlock& next : state.block->succs()) {
      const CFGBlock* target = next.getReachableBlock();
      if (target == nullptr) continue;
      const auto* label = llvm::dyn_cast_or_null<clang::CaseStmt>(target->getLabel());
      if (label == nullptr) {
        otherwise = target;
        continue;
      }
      if (hypothesis_.value(label->getLHS(), false) == std::optional(value)) {
        go(target, state);
        return;
      }
    }
    if (otherwise == nullptr) return;
    if (otherwise->succ_empty() && otherwise->empty()) {
      note_return(state, nullptr);
    } else {
      go(otherwise, state);
    }
  }

  const clang::CallExpr& fork_;
  Hypothesis hypothesis_;
  Dead dead_;
  Places& places_;
  clang::SourceLocation closing_;
  ChildRegion region_;
  std::set<State> visited_;
  std::set<State> waiting_;
  State here_;
  std::set<State> ends_;
  std::map<State, std::set<State>> before_;
  std::map<std::pair<NativePlace, std::string>, std::size_t> seen_;  // index of the region's calls
  std::vector<std::set<State>> called_in_;                           // of each of these
};

}  // namespace

Regions regions_after(const clang::FunctionDecl& function, const clang::CallExpr& fork,
                      const clang::ASTContext& context, Places& places) {
  const std::unique_ptr<clang::CFG> cfg = cfg_of(function, context);
  if (cfg == nullptr) return {};
  Regions regions;
  regions.before = calls_before(function, fork, context, places);
  regions.child = Walk(fork, 0, context, places).run(*cfg, function);
  constexpr std::int64_t kSomePid = 1000;
  const ChildRegion parent = Walk(fork, kSomePid, context, places).run(*cfg, function);
  for (const NativeCall& call : parent.calls) regions.parent_hook |= call.name == "PyOS_AfterFork_Parent";
  regions.parent_returns =
      !parent.known || !parent.returns.empty() || !parent.failed_exec_returns.empty() || !parent.ends;
  return regions;
}

}  // namespace forklint::native
