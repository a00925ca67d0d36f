// What one chain of calls makes of a function's parameters: which of its branches are taken, which function
// `run(work)` runs, which loader `for batch in loader` runs over. Asked without the chain, a parameter is
// what any caller of the project passes, and ways through the program mix that never meet. Internal.
#pragma once

#include <algorithm>
#include <unordered_map>

#include "program/call_graph.h"

namespace forklint::program {

// The function in whose text the function is defined; null for none.
const python::Function* function_around(const python::Function& function);

class CallFrames {
 public:
  CallFrames(Evaluator& evaluator, const CallGraph& graph) : evaluator_(evaluator), graph_(graph) {}

  // Each run from an entry point, and of a test, has its own share of the work.
  void begin_run() { left_ = std::min(kCallsOfRun, all_left_); }
  // Whether there is work left for one more call. What comes after the last of it is followed as any caller
  // may call it.
  bool spend() {
    if (left_ == 0) return false;
    --left_;
    --all_left_;
    return true;
  }
  // What decides what the function does that matters: its parameters, and what its object keeps of those of
  // its constructor.
  struct Needs {
    bool arguments = false;
    bool object = false;

    bool any() const { return arguments || object; }
    void add(const Needs& other) {
      arguments = arguments || other.arguments;
      object = object || other.object;
    }
  };
  Needs needs(const Module& module, const python::Function& function);
  // Whether the item can come about with these arguments; only what they surely decide counts.
  bool allow(const BodyItem& item, const Module& module, const Frame& frame);
  // Whether the call runs this function with these arguments.
  bool allow_run(const BodyItem& item, const python::Function& function, const Module& module,
                 const Frame& frame);
  // Whether what the site made can be what the item handles with these arguments.
  bool allow_site(const BodyItem& item, const Site& site, const Module& module, const Frame& frame);

 private:
  Needs needs_of(const BodyItem& item, const Module& module, const python::Function& function);
  Needs needs_of_call(const BodyItem& item, const Module& module, const python::Function& function);
  bool allow_method(const python::Attribute& callee, const python::Function& function, const Module& module,
                    const Frame& frame);

  Evaluator& evaluator_;
  const CallGraph& graph_;
  std::unordered_map<const python::Function*, Needs> needs_;

  static constexpr std::size_t kCallsOfRun = 2'000;
  std::size_t all_left_ = 50'000;
  std::size_t left_ = kCallsOfRun;
};

}  // namespace forklint::program
