// One run of the program from one beginning: which sites it reaches, and what was set before each. Internal.
#pragma once

#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "program/call_graph.h"
#include "program/execution.h"
#include "program/path.h"

namespace forklint::program {

// What all walks share, and where they note what they find.
struct WalkNotes {
  Evaluator& evaluator;
  const Targets& targets;
  const CallGraph& graph;
  std::unordered_map<const Site*, std::vector<Reach>>& reaches;
  std::vector<Misuse>& misuses;
};

class Walk {
 public:
  // `entry` is the script that runs; null for code that only callers outside the project reach.
  Walk(const WalkNotes& notes, const Module* entry) : notes_(notes), entry_(entry) {}

  void run_module(const Module& module, bool is_main);
  void run_function(const Evaluator::Target& target);
  // As run_function, but what it sets holds for no one else: who calls it, and when, is not known.
  void run_alone(const Evaluator::Target& target);

  bool imported(const Module& module) const { return imported_.contains(&module); }
  bool visited(const python::Function& function) const { return visited_.contains(&function); }
  void add_visited_to(std::unordered_set<const void*>& functions_and_modules) const;

 private:
  // A call of set_start_method that has happened.
  struct DefaultSetting {
    const Site* site;
    Path path;
    bool force;
  };
  // Something after which set_start_method raises.
  struct Pin {
    const Site* site;
    Path path;
  };

  void run_body(const Module& module, const python::Function* function, bool is_main);
  void run_call(const BodyItem& item);
  void reach(const Site& site);
  void set(const Site& site);
  void apply(const DefaultSetting& setting, Reach& reach) const;
  bool pins_default(const Site& site) const;
  void find_misuse(const Site& site);
  Truth happened_before_now(const Path& earlier) const;

  WalkNotes notes_;
  const Module* entry_;
  Path path_;
  std::optional<StartMethod> child_;  // of the process that runs now; nothing in the first one
  std::unordered_set<const Module*> imported_;
  // In which situations a function was followed.
  std::unordered_map<const python::Function*, std::unordered_set<std::size_t>> visited_;
  std::vector<DefaultSetting> settings_;
  std::vector<Pin> pins_;
};

}  // namespace forklint::program
