// What a call gives back, and what it passes on: internal to this room, a helper of Evaluator.
#pragma once

#include "program/evaluator.h"

namespace forklint::program {

class CallEvaluator {
 public:
  CallEvaluator(Evaluator& owner, const Module& module, const Frame* frame)
      : owner_(owner), module_(module), frame_(frame) {}

  ValueSet result(const python::Call& call);
  // What `with expr as x` binds: the value itself for contexts and pools, what a context manager yields.
  ValueSet entered(const python::Expr& context);
  // What the first parameter of a method is.
  ValueSet self_of(const python::Function& method);
  ValueSet instance_attribute(const Value& instance, std::string_view name);
  // What a function returns for a call; `call` null when its arguments are not known.
  ValueSet returned(const Evaluator::Target& target, const python::Call* call);
  // The entry of a dict literal or dict(...) call under a constant key.
  BoundArgument entry(const Value& dict, std::string_view key);
  BoundArgument argument(const python::Call& call, const std::vector<catalog::ParameterSpec>& signature,
                         std::string_view parameter, bool skip_first);

 private:
  ValueSet result_of(const Value& callee, const python::Call& call);
  ValueSet external_result(const Value& callee, const python::Call& call);
  ValueSet builtin_result(std::string_view name, const python::Call& call);
  ValueSet extreme(bool greatest, const python::Call& call);
  ValueSet context_of(const Value& callee, const python::Call& call);
  ValueSet partial_result(const Value& partial, const python::Call& call);
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
  BoundArgument added_later(const python::Name& dict, std::string_view key);
  BoundArgument updated_with(const python::Call& update, std::string_view key);
  ValueSet values(const python::Expr& expr) { return owner_.values(expr, module_, frame_); }

  Evaluator& owner_;
  const Module& module_;
  const Frame* frame_;
};

}  // namespace forklint::program
