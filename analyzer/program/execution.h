// What has happened before a site is reached: follows the program from its entry points, call by call, and
// notes the calls of set_start_method that come before and after each site.
//
// Every function is followed once per entry point and per kind of process that it runs in; the first way to
// reach it counts, which has the fewest settings before it.
#pragma once

#include <memory>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "program/alive.h"
#include "program/call_frames.h"
#include "program/entry_point.h"
#include "program/holders.h"
#include "program/site.h"

namespace forklint::program {

// One way in which a site is reached.
struct Reach {
  const EntryPoint* entry = nullptr;    // null when only a caller outside the project can get here
  TargetMask safe = 0;                  // spawn or forkserver is surely set as the default there
  TargetMask forced_fork = 0;           // fork is surely set there
  TargetMask unknown = 0;               // set from a value that is not known
  std::vector<const Site*> maybe;       // settings that may or may not have happened before
  std::optional<StartMethod> child_of;  // runs in a process of this start method, which is its default then
};

// A set_start_method that does not do what it says.
struct Misuse {
  enum class Kind : std::uint8_t { too_late, twice, at_import, in_library, swallowed };
  Kind kind = Kind::too_late;
  const Site* site = nullptr;
  const Site* because_of = nullptr;  // what pinned the default or set it before
};

// Where processes of a site are forked, apart from its own call: the loop over a loader, `process.start()`.
struct ForkPlace {
  const Module* module = nullptr;
  Span span;  // within one line

  bool operator==(const ForkPlace&) const = default;
};

class CallGraph;
class Walk;
struct WalkNotes;

class Execution {
 public:
  Execution(Evaluator& evaluator, const catalog::Catalog& catalog, const Targets& targets,
            const CallGraph& graph, const std::vector<std::unique_ptr<Module>>& modules,
            const std::vector<std::unique_ptr<Site>>& sites,
            const std::vector<std::unique_ptr<EntryPoint>>& entries)
      : evaluator_(evaluator),
        catalog_(catalog),
        targets_(targets),
        graph_(graph),
        frames_(evaluator, graph),
        holders_(evaluator, sites),
        modules_(modules),
        sites_(sites),
        entries_(entries) {}

  // Follows all entry points, then what none of them reaches.
  void run();

  std::unordered_map<const Site*, std::vector<Reach>> take_reaches() { return std::move(reaches_); }
  std::unordered_map<const Site*, std::vector<Alive>> take_alive() { return std::move(alive_); }
  std::vector<Misuse> take_misuses() { return std::move(misuses_); }
  // How many bodies of functions and modules were followed.
  std::size_t bodies() const { return bodies_; }
  std::unordered_map<const Site*, std::vector<ForkPlace>> take_forked() { return std::move(forked_); }

 private:
  WalkNotes notes();
  using Reached = std::unordered_set<const void*>;
  void run_entry(const EntryPoint& entry, Reached& reached);
  void run_tests(const EntryPoint& entry, const Reached& reached);
  void run_unreached(const Module& module, const Reached& reached);
  // What leads to a site and no run has come to.
  std::vector<const python::Function*> unreached_in(const Module& module, const Reached& reached) const;
  // Whether some code of the project calls it.
  bool is_called(const python::Function& function) const;
  void run_rest(Walk& walk, const Module& module,
                const std::vector<const python::Function*>& functions) const;
  void note_misplaced();

  Evaluator& evaluator_;
  const catalog::Catalog& catalog_;
  const Targets& targets_;
  const CallGraph& graph_;
  CallFrames frames_;
  Holders holders_;
  const std::vector<std::unique_ptr<Module>>& modules_;
  const std::vector<std::unique_ptr<Site>>& sites_;
  const std::vector<std::unique_ptr<EntryPoint>>& entries_;
  std::unordered_map<const Site*, std::vector<Reach>> reaches_;
  std::unordered_map<const Site*, std::vector<Alive>> alive_;
  std::unordered_map<const Site*, std::vector<ForkPlace>> forked_;
  std::vector<Misuse> misuses_;
  std::size_t bodies_ = 0;
};

}  // namespace forklint::program
