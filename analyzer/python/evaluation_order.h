// Walks the syntax of a module in the order in which Python evaluates it: makes scopes and bindings, knows
// the region of everything, records calls, and writes for each frame the tape from which it is computed
// what reaches each use.
//
// A function's body is a frame of its own. Frames are walked one after the other: first the module with its
// class bodies, then each function body after the frame that defines it is complete. So `order` grows
// within a frame as the code runs, and a function's calls come after those of the code around it.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "python/module.h"
#include "python/name_table.h"

namespace forklint::python {

// The parts of a module that are made from its syntax.
struct ModuleDraft {
  // By the number of an expression: where a call is among the calls, and later a name among the uses. As long
  // as there are numbers, and kNoIndex at first.
  std::vector<std::uint32_t> index;
  std::vector<std::unique_ptr<Scope>> scopes;
  std::vector<std::unique_ptr<Binding>> bindings;
  std::vector<std::unique_ptr<Region>> regions;
  std::vector<CallSite> calls;
  std::vector<AttributeBinding> attribute_bindings;
  std::vector<const Function*> functions;
  std::vector<const Class*> classes;
  std::vector<const Stmt*> imports;
};

struct UseEvent {
  const Name* name = nullptr;
  ScopeDraft* scope = nullptr;
};

struct Frame {
  ScopeDraft* scope = nullptr;
  FlowTape tape;
  std::vector<BindEvent> binds;
  std::vector<UseEvent> uses;
};

class EvaluationOrder {
 public:
  EvaluationOrder(Block module, ModuleDraft& draft, NameTable& names)
      : module_(module), draft_(draft), names_(names) {}

  // The module first, then every function body; nothing when all are done.
  std::optional<Frame> next();

 private:
  struct PendingFunction {
    const Function* function;
    ScopeDraft* scope;
    bool damaged;  // a lambda in a damaged statement
  };
  // Where `break` and `continue` go.
  struct JumpTargets {
    FlowTape::Label break_label;
    FlowTape::Label continue_label;
    bool breaks = false;
    bool continues = false;

    explicit JumpTargets(FlowTape& tape) : break_label(tape.new_label()), continue_label(tape.new_label()) {}
  };
  // What is bound to a target: `value`, or the part of it at `path`.
  struct TargetValue {
    BindingKind kind;
    const Expr* value;
    std::vector<std::int32_t> path;
  };

  // evaluation_order.cpp
  void module_frame();
  void function_frame(const PendingFunction& pending);
  ScopeDraft& new_scope(ScopeKind kind);
  const Region* region(const Region& content);
  const Region* test_region(RegionKind kind, const Expr* test);
  Binding& bind(BindingKind kind, std::string_view name, Span span, bool is_walrus = false);
  void unbind(std::string_view name);
  void read(const Name& name);
  void record_call(const Call& call);

  // evaluate_statements.cpp. True when control can reach what follows.
  bool block(Block statements);
  bool block_in(const Region& content, Block statements);
  bool statement(const Stmt* stmt);
  void straight_statement(const Stmt* stmt);
  bool leave();
  bool jump(SimpleKind kind);
  void assign(const Assign& stmt);
  void augmented_assign(const AugAssign& stmt);
  void annotated_assign(const AnnAssign& stmt);
  void assertion(const Assert& stmt);
  void delete_target(const Expr* target);
  void import(const Import& stmt);
  void import_from(const ImportFrom& stmt);
  void declare(const NameList& stmt);

  // evaluate_compound.cpp
  bool if_statement(const If& stmt);
  bool while_statement(const While& stmt);
  bool for_statement(const For& stmt);
  bool loop_else(const Stmt& stmt, Block orelse, const JumpTargets& targets, bool can_end);
  bool try_statement(const Try& stmt);
  bool try_with_handlers(const Try& stmt);
  void forward_jumps(FlowTape::Guard guard, const JumpTargets& stopped, JumpTargets& targets);
  bool handler(const Try& stmt, const Handler& handler);
  bool with_statement(const With& stmt);
  bool match_statement(const Match& stmt);

  // evaluate_definitions.cpp
  void function_definition(const FunctionDef& stmt);
  void class_definition(const ClassDef& stmt);
  void define(const Function& function);
  void evaluate_class(const Class& definition);
  void comprehension(const Comprehension& expr);
  void comprehension_clauses(const Comprehension& expr);

  // evaluate_targets.cpp
  void bind_target(const Expr* target, TargetValue& value);
  void bind_items(ExprList items, TargetValue& value);
  void bind_attribute(const Attribute& target, const TargetValue& value);

  // evaluate_expressions.cpp
  void evaluate(const Expr* expr);
  void evaluate_all(ExprList exprs);
  void evaluate_arguments(std::span<const Argument> arguments);
  void evaluate_leaf(const Expr* expr);
  void evaluate_rest(const Expr* expr);
  void conditional(const Conditional& expr);
  void evaluate_under(const Region* inner, const Expr* expr);

  Block module_;
  ModuleDraft& draft_;
  NameTable& names_;
  std::deque<PendingFunction> pending_;
  // Operators and calls whose first operand is being evaluated: `a.b().c` is as deep as it is long.
  std::vector<const Expr*> spine_;
  Frame frame_;
  ScopeDraft* scope_ = nullptr;
  const Function* function_ = nullptr;
  const Region* region_ = nullptr;
  JumpTargets* jumps_ = nullptr;
  bool damaged_ = false;
  bool is_started_ = false;
  std::uint32_t order_ = 0;
};

// Sets a variable for as long as it lives.
template <typename T>
class Scoped {
 public:
  Scoped(T& variable, T value) : variable_(variable), before_(variable) { variable_ = value; }
  ~Scoped() { variable_ = before_; }
  Scoped(const Scoped&) = delete;
  Scoped& operator=(const Scoped&) = delete;

 private:
  T& variable_;
  T before_;
};

// Functions, classes and comprehensions lie in the arena of the module that is being built, where the parser
// left `scope` for this step to fill. They are immutable only once the module is.
template <typename T>
T& under_construction(const T& node) {
  return const_cast<T&>(node);
}

}  // namespace forklint::python
