// What a call runs: the functions of the project behind a value that is called.
#include "program/evaluator.h"
#include "program/evaluator_state.h"

namespace forklint::program {

ValueSet Evaluator::callees(const python::Call& call, const Module& module) {
  return values(*call.callee, module);
}

std::vector<Evaluator::Target> Evaluator::functions_run_by(const Value& callee) {
  switch (callee.kind) {
    case ValueKind::function: {
      // A method that is reached through its class takes self as its first argument by hand.
      return {{callee.module, callee.function, false}};
    }
    case ValueKind::method: {
      if (callee.function == nullptr) return {};
      return {{callee.module, callee.function, true}};
    }
    case ValueKind::class_: {
      const Module* found_in = callee.module;
      const python::Function* constructor = method_of(*callee.module, *callee.class_, "__init__", &found_in);
      if (constructor == nullptr) return {};
      return {{found_in, constructor, true}};
    }
    case ValueKind::partial: {
      const auto& partial = static_cast<const python::Call&>(*callee.expr);
      std::vector<Target> targets;
      for (const Value& inner : values(*partial.arguments.front().value, *callee.module).values()) {
        if (inner.kind == ValueKind::partial) continue;
        for (const Target& target : functions_run_by(inner)) targets.push_back(target);
      }
      return targets;
    }
    default:
      return {};
  }
}

}  // namespace forklint::program
