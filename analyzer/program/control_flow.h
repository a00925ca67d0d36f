// How control gets to a place in a function's text and how it leaves the function from there: what keeps a
// thing from happening, and what can't happen after it. Internal, for the bodies of the call graph.
#pragma once

#include <cstdint>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "program/evaluator.h"

namespace forklint::program {

// A branch that ends its function.
struct Exit {
  const python::Expr* test = nullptr;
  bool if_true = true;
  std::uint32_t end = 0;         // of its statement: bytes
  bool is_always_asked = false;  // it stands at the function's own level
};

// Of one place in a function.
struct ControlFlow {
  const python::Region* left_by = nullptr;  // the outermost region around it that ends its function
  bool breaks = false;                      // a branch around it ends with `break`: no round comes after it
  bool ends_process = false;                // its function does not return from here
  std::vector<Exit> exits;                  // before it in its function, which may keep it from happening
};

class FlowFinder {
 public:
  FlowFinder(Evaluator& evaluator, const Module& module) : evaluator_(evaluator), module_(module) {}

  // Reads a function's statements; null: the module's own level. Before anything is asked of its places.
  void note(const python::Function* function, python::Block body);
  // `position` in bytes: the place within the text of `function`.
  ControlFlow at(const python::Function* function, const python::Region* region, std::uint32_t position);

 private:
  bool ends_function(python::Block block) const;
  bool raises(python::Block block) const;
  bool catches(const python::Region& tried) const;
  std::vector<Exit> exits_before(const python::Function* function, std::uint32_t position) const;
  const python::Region* left_by(const python::Region* region) const;
  bool breaks(const python::Region* region) const;

  Evaluator& evaluator_;
  const Module& module_;
  std::unordered_map<const python::Function*, std::vector<Exit>> exits_;         // in the order of the text
  std::unordered_map<const python::Function*, std::vector<Span>> ends_process_;  // as far as asked
  std::unordered_set<const python::Expr*> exits_if_true_;   // tests whose branch ends the function
  std::unordered_set<const python::Expr*> exits_if_false_;  // and whose else branch does
  std::set<std::pair<const python::Expr*, bool>> raising_;  // those of them that end with a raise
  std::unordered_set<const void*> broken_off_;  // tests of branches, and loops, that end with a break
};

}  // namespace forklint::program
