// Functions of the project that a decorator of the project replaces by a function of its own: who calls them
// runs the wrapper, and the wrapper runs them. Internal.
#pragma once

#include <memory>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "program/evaluator.h"

namespace forklint::program {

struct Wrapper {
  const python::Function* decorator = nullptr;  // the function that is given the decorated one
  Evaluator::Target function;                   // what it returns in its place
};

class Wrappers {
 public:
  Wrappers(Evaluator& evaluator, const std::vector<std::unique_ptr<Module>>& modules);

  // Of a decorated function, the outermost first.
  const std::vector<Wrapper>& of(const python::Function& function) const;
  // The decorator whose argument is called here; null for any other call.
  const python::Function* decorator_behind(const python::CallSite& call, const Module& module) const;

 private:
  void add(Evaluator& evaluator, const Module& module, const python::Function& function);
  void add_returned(Evaluator& evaluator, const Evaluator::Target& decorator,
                    const python::Function& function);

  std::unordered_map<const python::Function*, std::vector<Wrapper>> wrappers_;
  std::unordered_set<const python::Function*> decorators_;
};

}  // namespace forklint::program
