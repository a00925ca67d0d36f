// Asks of one site what SpawnSafety holds. Internal, for Program.
#pragma once

#include <memory>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "program/execution.h"
#include "program/spawn_globals.h"
#include "program/spawn_pickling.h"
#include "program/spawn_state.h"

namespace forklint::program {

class CallGraph;
struct WayStep;

struct SpawnContext {
  Evaluator& evaluator;
  const catalog::Catalog& catalog;
  const Targets& targets;
  const CallGraph& graph;
  const std::vector<std::unique_ptr<Site>>& sites;
  const std::unordered_map<const Site*, std::vector<Reach>>& reaches;
};

class SpawnChecker {
 public:
  SpawnChecker(const SpawnContext& context, const Site& site) : context_(context), site_(site) {}

  SpawnSafety check();

 private:
  void check_parameter(std::string_view parameter);
  void check_object();
  void add(std::vector<PickledPart> parts, std::string_view parameter, Span argument);
  void add_primitive(SpawnObstacle obstacle, const python::Expr& call);
  void check_notebook();
  void check_main_guard();
  void check_globals();
  void check_written(const EntryPoint& entry, const std::vector<WayStep>& way,
                     const std::vector<Evaluator::Target>& workers, const GlobalUses& reads);
  void check_changed(const StatePlaces& changed, const std::vector<Evaluator::Target>& workers);
  void check_imported_primitive(const GlobalUse& read);
  void check_drawn(const GlobalUse& read);
  void add_bound_under_guard(const GlobalUse& read, const Module& entry);
  void add_inherited(const GlobalUse& read, const GlobalUse& write);
  void add_possibly_inherited(const StatePlace& read, const StatePlace& change);
  PickleMoment moment() const;

  SpawnContext context_;
  const Site& site_;
  std::unordered_set<const python::Function*> in_worker_;
  SpawnSafety safety_;
};

// Where the default context is surely fork when the site is reached: what is made there belongs to fork.
TargetMask default_forks_surely(const SpawnContext& context, const Site& site);
// Whether the site's processes are started by spawn or forkserver, on every way and every target.
bool spawns_surely(const SpawnContext& context, const Site& site);

}  // namespace forklint::program
