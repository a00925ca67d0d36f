// What a call gives back, and what it passes on: internal to this room, a helper of Evaluator.
#pragma once

#include <optional>

#include "program/evaluator.h"

namespace forklint::program {

class CallEvaluator {
 public:
  CallEvaluator(Evaluator& owner, const Module& module, const Frame* frame)
      : owner_(owner), module_(module), frame_(frame) {}

  ValueSet result(const python::Call& call);
  // What `with expr as x` binds: the value itself for contexts and pools, what a context manager yields.
  ValueSet entered(const python::Expr& context);
  bool comes_to(const python::Binding& binding);
  // Where the name was surely bound anew before it is read, with these arguments: what was bound before that
  // place is gone. 0 where that is not known.
  std::uint32_t settled_since(const python::Name& name, const python::Use& use);
  // What the first parameter of a method is.
  ValueSet self_of(const python::Function& method);
  ValueSet instance_attribute(const Value& instance, std::string_view name);
  // What pytest passes for the parameter of a test; nothing where its decorators don't speak of it.
  std::optional<ValueSet> parametrized(const python::Function& test, std::string_view parameter);
  // An attribute of what `parser.parse_args()` gives.
  ValueSet parsed_argument(const Value& arguments, std::string_view name);
  // What a function returns for a call; `call` null when its arguments are not known. `object`: of a method.
  ValueSet returned(const Evaluator::Target& target, const python::Call* call,
                    const Construction* object = nullptr);
  // The entry of a dict literal or dict(...) call under a constant key.
  BoundArgument entry(const Value& dict, std::string_view key);
  BoundArgument argument(const python::Call& call, const std::vector<catalog::ParameterSpec>& signature,
                         std::string_view parameter, bool skip_first);

 private:
  const python::Function* frame_of(const python::Binding& binding) const;
  bool is_by_parameters(const python::Binding& binding) const;
  std::optional<bool> takes(const python::Region& region, const python::Function& function);
  ValueSet of_set(const python::Expr& set, std::size_t index, std::size_t count);
  const std::vector<const python::Call*>& declarations_in(const Module& module);
  ValueSet let_through(const python::Call& declaration, const Module& module);
  ValueSet result_of(const Value& callee, const python::Call& call);
  ValueSet external_result(const Value& callee, const python::Call& call);
  ValueSet builtin_result(std::string_view name, const python::Call& call);
  ValueSet extreme(bool greatest, const python::Call& call);
  ValueSet context_of(const Value& callee, const python::Call& call);
  std::unique_ptr<Construction> object_behind(const Value& method);
  ValueSet partial_result(const Value& partial, const python::Call& call);
  ValueSet declared(const Evaluator::Target& target, const python::Call* call);
  ValueSet yielded(const Value& function);
  // What **unpacked can bring for a parameter: a dict that is known, or what callers pass on.
  BoundArgument forwarded(const python::Expr& unpacked, std::string_view parameter);
  struct Position {
    const python::Expr* expr = nullptr;
    const Module* module = nullptr;
    const Frame* frame = nullptr;
  };
  std::optional<std::vector<Position>> handed_on(const python::Expr& starred);
  BoundArgument passed_on(const python::Function& function, std::string_view parameter);
  const python::Function* collected_by(const python::Name& name) const;
  BoundArgument unpacked_entry(const python::Expr& unpacked, std::string_view key);
  // What is put into the dict under a key after it was made, until `dict` is read.
  void add_later_entries(const python::Name& dict, std::string_view key, BoundArgument& result);
  struct Addition;
  void apply(const Addition& addition, BoundArgument& result);
  BoundArgument updated_with(const python::Call& update, std::string_view key);
  // `kwargs.get("workers", 0)` and `kwargs.pop("workers")`; nothing for any other call.
  std::optional<ValueSet> looked_up(const python::Call& call);
  ValueSet values(const python::Expr& expr) { return owner_.values(expr, module_, frame_); }

  Evaluator& owner_;
  const Module& module_;
  const Frame* frame_;
};

}  // namespace forklint::program
