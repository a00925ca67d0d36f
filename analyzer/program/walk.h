// One run of the program from one beginning: which sites it reaches, what was set before each, and what is
// alive when a process is forked. Internal.
#pragma once

#include <memory>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "program/alive.h"
#include "program/call_frames.h"
#include "program/call_graph.h"
#include "program/execution.h"
#include "program/test_runs.h"

namespace forklint::program {

// What all walks share, and where they note what they find.
struct WalkNotes {
  Evaluator& evaluator;
  const catalog::Catalog& catalog;
  const Targets& targets;
  const CallGraph& graph;
  CallFrames& frames;
  Holders& holders;
  std::unordered_map<const Site*, std::vector<Reach>>& reaches;
  std::unordered_map<const Site*, std::vector<Alive>>& alive;
  std::unordered_map<const Site*, std::vector<ForkPlace>>& forked;
  std::vector<Misuse>& misuses;
  std::size_t& bodies;  // how many were followed
};

class Walk {
 public:
  // `entry` is where the program begins; null for code that only callers outside the project reach.
  Walk(const WalkNotes& notes, const EntryPoint* entry) : notes_(notes), entry_(entry) {}

  void import_packages(const Module& module);
  // With the packages around it.
  void import_module(const Module& module);
  void run_module(const Module& module, bool is_main);
  void run_function(const Evaluator::Target& target);
  // As run_function, but what it does holds for no one else: who calls it, and when, is not known.
  // `is_first`: nobody of the project calls it.
  void run_alone(const Evaluator::Target& target, bool is_first);

  // A test with what is run before it; what it does holds for no other test.
  void run_test(const TestRun& run);

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
  // Whether something began in an earlier round of a loop that runs now.
  enum class Round : std::uint8_t { same, maybe_earlier, surely_earlier };
  // Something that has begun and may be alive.
  struct Hazard {
    const Site* site;
    const catalog::ImportHazard* import;
    bool certain;  // its own conditions hold
    Path path;
    Round round = Round::same;
    std::size_t told = 0;                      // how deep it was told to end; 0: not
    const python::Function* holder = nullptr;  // with whose return it ends; null: not known
  };
  struct State {
    std::vector<DefaultSetting> settings;
    std::vector<Pin> pins;
    std::vector<Hazard> hazards;
    std::optional<StartMethod> child;  // of the process that runs now; nothing in the first one
    std::optional<Hazard> thread;      // that runs now; nothing in the main one
  };

  // Part of a context manager's generator, by its yield.
  enum class Part : std::uint8_t { whole, before_yield, after_yield };

  // A decorated function that runs in its wrappers.
  struct Wrapped {
    const python::Function* decorator = nullptr;
    Evaluator::Target function;
    std::size_t next = 0;  // the wrapper inside the one that runs now
    // Of the call, whose arguments most wrappers pass on; null where they decide nothing.
    const Frame* frame = nullptr;
  };

  // The class of the object whose method runs; null where it is not known.
  struct Self {
    const Module* module = nullptr;
    const python::Class* class_ = nullptr;
    const Construction* object = nullptr;  // how it was made; null where that is not known
  };

  // The object of a method, where the call that made it is in sight.
  std::unique_ptr<Construction> object_of(const BodyItem& item, const Evaluator::Target& target) const;
  const Frame* frame_around(const python::CallSite& site) const;
  const Module* module_of(const python::Call& call) const;
  std::vector<Evaluator::Target> targets_of(const BodyItem& item) const;
  void run_called(const BodyItem& item, const Evaluator::Target& target);
  std::optional<Frame> frame_of_maker(const BodyItem& item, const python::Function& function) const;
  // Whether the method is that of the object whose method runs now.
  bool is_own_method(const Evaluator::Target& target) const;
  Self self_of(const Evaluator::Target& target) const;
  bool is_handled(const BodyItem& item, const Site& site);
  void end_in(const Evaluator::Target& target, std::size_t& steps);
  bool is_open(const python::Function& function) const;
  void run_wrapped(const Evaluator::Target& target, std::size_t wrapper, const Frame* frame);
  void run_hidden(const Evaluator::Target& target);
  void run_plain(const Evaluator::Target& target, Part part);
  void run_decorated(const BodyItem& item);
  void run_body(const Module& module, const python::Function* function, bool is_main,
                Part part = Part::whole);
  struct Body {
    const Module* module;
    const std::vector<BodyItem>* items;
    bool is_main;
    Part part;
    std::uint32_t yield;  // where the part ends or begins: bytes
  };
  void run_items(const Body& body, std::size_t begin, std::size_t end, const python::Region* loop);
  void run_loop(const Body& body, std::size_t begin, std::size_t end, const python::Region& loop);
  void run_one(const Body& body, const BodyItem& item);
  void run_failing(const BodyItem& item);
  void run_item(const BodyItem& item);
  bool is_made_elsewhere(const BodyItem& item, const Site& site) const;
  void run_handed(const BodyItem& item);
  void note_stopped(const Module& module, const python::Function& function);
  std::size_t situation(Part part) const;

  void reach(const Site& site);
  Reach reach_now(const Site& site) const;
  void set(const Site& site);
  void apply(const DefaultSetting& setting, Reach& reach) const;
  bool pins_default(const Site& site) const;
  // Whether setting the method here surely raises.
  bool find_misuse(const Site& site);

  void start(const Site* site, const catalog::ImportHazard* import);
  void end(const Site& site, EndKind kind);
  const python::Function* holder_of(const Site& site);
  // What is gone when the function has returned.
  void drop_ended(const python::Function& function);
  bool ends_surely(const Hazard& hazard) const;
  void fork(const Site& site);
  void note_forked(const Site& site);
  void note_alive(const Site& site, const Hazard& hazard, AliveKind kind, bool certain);
  bool may_fork(const Site& site) const;
  bool knows_arguments(const Site& site) const;
  Outcome calls_api(const Site& site) const;
  bool creates_here(const Site& site) const;

  Truth happened_before_now(const Path& earlier) const;

  WalkNotes notes_;
  const EntryPoint* entry_;
  Path path_;
  State state_;
  bool is_second_round_ = false;
  bool is_failing_ = false;            // a test expects that what runs now raises
  const Frame* frame_ = nullptr;       // of the function that runs now; null where it decides nothing
  const Frame* next_frame_ = nullptr;  // of the one that is about to
  Self self_;
  Self next_self_;
  std::vector<Wrapped> wrapped_;
  std::unordered_map<const Site*, Path> made_;  // where, of those that end with their holder
  std::unordered_set<const Site*> ever_made_;   // by any test
  std::unordered_set<const Site*> stopped_before_forks_;
  std::unordered_map<const Site*, Reach> settled_;  // the last time that the site's method was settled
  std::unordered_set<const Module*> imported_;
  std::unordered_map<const python::Function*, std::size_t> visited_;  // how often each was followed
  // In which situations, since the beginning or in the function that runs alone.
  std::unordered_map<const python::Function*, std::unordered_set<std::size_t>> followed_;
};

// Whether the processes of this site never inherit fork as their default.
bool starts_fresh(const Site& site);

}  // namespace forklint::program
