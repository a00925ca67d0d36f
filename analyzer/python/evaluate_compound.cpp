#include "python/evaluation_order.h"

namespace forklint::python {
namespace {

bool is_always_true(const Expr* test) {
  if (const auto* constant = as<Constant>(test); constant != nullptr) {
    return constant->value == ConstantKind::true_;
  }
  const auto* number = as<Number>(test);
  return number != nullptr && number->integer.value_or(0) != 0;
}

// What an `if` says about the code after it: the tests of the only branch that comes there, or those of the
// leading branches that never do.
class Aftermath {
 public:
  explicit Aftermath(const Region* before) : leading_(before) {}

  // `inside`: the region of the branch; `beyond`: the region of what follows when its test does not hold.
  void branch(bool completes, const Region* inside, const Region* beyond) {
    if (completes) {
      ++survivors_;
      survivor_ = inside;
    } else if (survivors_ == 0) {
      leading_ = beyond;
    }
  }
  const Region* region() const { return survivors_ == 1 ? survivor_ : leading_; }
  bool completes() const { return survivors_ > 0; }

 private:
  const Region* leading_;
  const Region* survivor_ = nullptr;
  int survivors_ = 0;
};

}  // namespace

bool EvaluationOrder::if_statement(const If& stmt) {
  FlowTape& tape = frame_.tape;
  const FlowTape::Label end = tape.new_label();
  Aftermath after(region_);
  for (const Branch& branch : stmt.branches) {
    evaluate(branch.test);
    const FlowTape::Label next = tape.new_label();
    tape.fork(next);
    const Region* inside = test_region(RegionKind::if_true, branch.test);
    const Region* beyond = test_region(RegionKind::if_false, branch.test);
    region_ = inside;
    after.branch(block(branch.body), inside, beyond);
    region_ = beyond;
    tape.jump(end);
    tape.label(next);
  }
  after.branch(block(stmt.orelse), region_, region_);
  tape.label(end);
  region_ = after.region();
  return after.completes();
}

bool EvaluationOrder::while_statement(const While& stmt) {
  FlowTape& tape = frame_.tape;
  const FlowTape::Label exit = tape.new_label();
  JumpTargets targets(tape);
  const FlowTape::Loop loop = tape.loop_begin();
  evaluate(stmt.test);
  const bool is_endless = is_always_true(stmt.test);
  if (!is_endless) tape.fork(exit);
  {
    const Scoped in_loop(jumps_, &targets);
    block_in({.kind = RegionKind::loop_body, .outer = region_, .test = stmt.test, .stmt = &stmt}, stmt.body);
  }
  tape.label(targets.continue_label);
  tape.loop_end(loop);
  tape.label(exit);
  return loop_else(stmt, stmt.orelse, targets, !is_endless);
}

bool EvaluationOrder::for_statement(const For& stmt) {
  evaluate(stmt.iterable);
  FlowTape& tape = frame_.tape;
  const FlowTape::Label exit = tape.new_label();
  JumpTargets targets(tape);
  const FlowTape::Loop loop = tape.loop_begin();
  tape.fork(exit);
  {
    const Scoped in_loop(jumps_, &targets);
    const Scoped inside(region_, region({.kind = RegionKind::loop_body, .outer = region_, .stmt = &stmt}));
    TargetValue element{BindingKind::loop_target, stmt.iterable, {}};
    bind_target(stmt.target, element);
    block(stmt.body);
  }
  tape.label(targets.continue_label);
  tape.loop_end(loop);
  tape.label(exit);
  return loop_else(stmt, stmt.orelse, targets, true);
}

bool EvaluationOrder::loop_else(const Stmt& stmt, Block orelse, const JumpTargets& targets, bool can_end) {
  const bool completes =
      orelse.empty() || block_in({.kind = RegionKind::else_body, .outer = region_, .stmt = &stmt}, orelse);
  frame_.tape.label(targets.break_label);
  return (can_end && completes) || targets.breaks;
}

bool EvaluationOrder::try_statement(const Try& stmt) {
  if (stmt.finally.empty()) return try_with_handlers(stmt);
  FlowTape& tape = frame_.tape;
  const FlowTape::Guard guard = tape.guard_begin();
  // Jumps out of the guarded blocks pass through the final block before they go on.
  JumpTargets stopped(tape);
  bool completes = false;
  {
    const Scoped in_guard(jumps_, jumps_ == nullptr ? nullptr : &stopped);
    completes = try_with_handlers(stmt);
  }
  tape.guard_end(guard);
  tape.finally_begin(guard);
  const bool goes_on =
      block_in({.kind = RegionKind::finally_body, .outer = region_, .stmt = &stmt}, stmt.finally);
  tape.finally_end(guard);
  if (goes_on && jumps_ != nullptr) forward_jumps(guard, stopped, *jumps_);
  return completes && goes_on;
}

void EvaluationOrder::forward_jumps(FlowTape::Guard guard, const JumpTargets& stopped, JumpTargets& targets) {
  if (stopped.breaks) frame_.tape.forward(guard, stopped.break_label, targets.break_label);
  if (stopped.continues) frame_.tape.forward(guard, stopped.continue_label, targets.continue_label);
  targets.breaks = targets.breaks || stopped.breaks;
  targets.continues = targets.continues || stopped.continues;
}

bool EvaluationOrder::try_with_handlers(const Try& stmt) {
  FlowTape& tape = frame_.tape;
  const FlowTape::Guard guard = tape.guard_begin();
  bool completes = block_in({.kind = RegionKind::try_body, .outer = region_, .stmt = &stmt}, stmt.body);
  tape.guard_end(guard);
  if (!stmt.orelse.empty()) {
    const Region in_else{.kind = RegionKind::else_body, .outer = region_, .stmt = &stmt};
    completes = block_in(in_else, stmt.orelse) && completes;
  }
  const FlowTape::Label end = tape.new_label();
  for (const Handler& handler : stmt.handlers) {
    tape.jump(end);
    tape.resume(guard);
    completes = this->handler(stmt, handler) || completes;
  }
  tape.label(end);
  return completes;
}

bool EvaluationOrder::handler(const Try& stmt, const Handler& handler) {
  evaluate(handler.type);
  const Scoped inside(
      region_,
      region({.kind = RegionKind::except_body, .outer = region_, .stmt = &stmt, .handler = &handler}));
  if (handler.name.empty()) return block(handler.body);
  bind(BindingKind::exception, handler.name, handler.name_span).value = handler.type;
  const bool completes = block(handler.body);
  unbind(handler.name);
  return completes;
}

bool EvaluationOrder::with_statement(const With& stmt) {
  const Scoped inside(region_, region_);
  for (const WithItem& item : stmt.items) {
    evaluate(item.context);
    region_ = region({.kind = RegionKind::with_body, .outer = region_, .test = item.context, .stmt = &stmt});
    TargetValue value{BindingKind::with_target, item.context, {}};
    bind_target(item.target, value);
  }
  return block(stmt.body);
}

bool EvaluationOrder::match_statement(const Match& stmt) {
  evaluate(stmt.subject);
  FlowTape& tape = frame_.tape;
  const FlowTape::Label end = tape.new_label();
  for (const Case& branch : stmt.cases) {
    const FlowTape::Label next = tape.new_label();
    const Scoped inside(region_, region({.kind = RegionKind::case_body, .outer = region_, .stmt = &stmt}));
    tape.fork(next);
    evaluate_all(branch.values);
    for (const Name* name : branch.captures) {
      Binding& capture = bind(BindingKind::capture, name->id, name->span);
      capture.value = stmt.subject;
      capture.unpack = {-1};
    }
    if (branch.guard != nullptr) {
      evaluate(branch.guard);
      tape.fork(next);
      region_ = test_region(RegionKind::if_true, branch.guard);
    }
    block(branch.body);
    tape.jump(end);
    tape.label(next);
  }
  tape.label(end);
  return true;  // there may be no case for the subject
}

}  // namespace forklint::python
