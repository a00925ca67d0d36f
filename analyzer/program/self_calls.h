// Which method a call on `self` runs: that of the object's class, which may be another one than the class in
// whose text the call stands. Internal, for the bodies of the call graph.
#pragma once

#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "program/evaluator.h"

namespace forklint::program {

class SelfCalls {
 public:
  using Target = Evaluator::Target;

  SelfCalls(Evaluator& evaluator, const std::vector<std::unique_ptr<Module>>& modules);

  // Says of the targets of a call on whose object they run, and adds the methods that classes below the one
  // around the call have in their place.
  void complete(const python::CallSite& call, const Module& module, std::vector<Target>& targets) const;

 private:
  struct Subclass {
    const Module* module;
    const python::Class* class_;
  };

  void add_replacements(const python::Class& class_, std::string_view name,
                        std::vector<Target>& targets) const;
  void set_classes(const python::Attribute& callee, const Module& module, std::vector<Target>& targets) const;

  Evaluator& evaluator_;
  std::unordered_map<const python::Class*, std::vector<Subclass>> below_;  // directly
};

}  // namespace forklint::program
