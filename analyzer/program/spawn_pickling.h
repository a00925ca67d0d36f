// What of a value can't be pickled, as far as the code shows it. Internal, for SpawnChecker.
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "program/spawn_safety.h"

namespace forklint::program {

// Something in a pickled value that matters when its receiver is a fresh interpreter.
struct PickledPart {
  ObstacleCause cause = ObstacleCause::held_value;
  bool certain = true;
  const Module* module = nullptr;
  Span span;
  std::string what;
  std::string error;
  const python::Function* function = nullptr;
  bool keeps_name = true;
  const python::Class* class_ = nullptr;
  const python::Expr* primitive = nullptr;  // the call that made a primitive
  std::string attribute;                    // of the object that holds it: "self.lock"
};

// When the pickling happens, for attributes that are assigned at different times.
struct PickleMoment {
  const Module* module = nullptr;
  const python::Function* function = nullptr;  // around the call; null: at import time
  std::uint32_t position = 0;
  // Functions that run in the new process only: what they assign comes after the pickling.
  const std::unordered_set<const python::Function*>* in_worker = nullptr;
};

class Pickling {
 public:
  Pickling(Evaluator& evaluator, const catalog::Catalog& catalog, const PickleMoment& moment)
      : evaluator_(evaluator), catalog_(catalog), moment_(moment) {}

  // A value of which the new process gets a copy.
  void add(const python::Expr& expr, const Module& module);
  void add(const Value& value, const python::Expr& expr, const Module& module);
  // An object of this class of the project.
  void add_instance(const python::Class& class_, const Module& module);

  std::vector<PickledPart> take_parts() { return std::move(parts_); }
  // Whether everything was resolved to something that is known.
  bool all_known() const { return all_known_; }

 private:
  class Doubt;
  struct Assignment {
    const python::AttributeBinding* binding = nullptr;
    const Module* module = nullptr;
    bool in_constructor = false;
  };
  struct Ancestor {
    const python::Class* class_ = nullptr;
    const Module* module = nullptr;
  };
  using Functions = std::unordered_set<const python::Function*>;

  void add_doubtful(const python::Expr& expr, const Module& module, bool doubtful);
  void resolve(const python::Expr& expr, const Module& module);
  bool add_given(const python::Expr& expr, const Module& module);
  void add_definition(const python::Expr& expr, const Module& module);
  void add_comprehension(const python::Comprehension& expr, const Module& module);
  void add_call(const python::Call& call, const Module& module);
  void add_arguments(const python::Call& call, const Module& module);
  void add_external(std::string_view name, const python::Expr& expr, const Module& module);
  void add_function(const Value& value);
  void add_decorated(const Value& value);
  void add_method(const Value& value);
  bool add_nested_class(const python::Class& class_, const Module& module);

  std::vector<Ancestor> ancestors(const python::Class& class_, const Module& module);
  Functions constructors(const std::vector<Ancestor>& ancestors);
  void add_attributes(const std::vector<Ancestor>& ancestors);
  void add_attribute(std::string_view name, const std::vector<Assignment>& assignments);
  bool is_before_now(const Assignment& assignment) const;
  void note(PickledPart part);

  Evaluator& evaluator_;
  const catalog::Catalog& catalog_;
  PickleMoment moment_;
  std::vector<PickledPart> parts_;
  bool all_known_ = true;
  bool certain_ = true;
  std::string attribute_;  // whose value is looked at
  unsigned depth_ = 0;
  std::unordered_set<const void*> seen_;
};

}  // namespace forklint::program
