// What a condition is with the arguments of one chain of calls. Internal.
#pragma once

#include <optional>

#include "program/evaluator.h"

namespace forklint::program {

class ParameterTruth {
 public:
  // `frame` is that of the function around the condition, which stands in `module`.
  ParameterTruth(Evaluator& evaluator, const Module& module, const Frame& frame)
      : evaluator_(evaluator), module_(module), frame_(frame) {}

  // Nothing where the arguments don't surely decide it.
  std::optional<bool> of(const python::Expr& test);

 private:
  std::optional<bool> comparison(const python::Compare& test);
  std::optional<bool> ordering(const python::Compare& test, const ValueSet& left);
  bool is_question_of_type(const python::Call& call) const;
  std::optional<bool> type(const python::Call& call);
  std::optional<bool> is_of(const Value& value, const Value& class_);
  std::optional<ValueSet> asked(const python::Expr& expr);

  Evaluator& evaluator_;
  const Module& module_;
  const Frame& frame_;
};

}  // namespace forklint::program
