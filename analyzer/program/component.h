// Modules that can lead to each other, linked: the project, or one of the packages that were installed side
// by side. Nothing of one component is known to another. Internal: `Program` joins them.
#pragma once

#include <memory>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "program/call_graph.h"
#include "program/evaluator.h"
#include "program/execution.h"
#include "program/spawn_checker.h"
#include "workspace/declared_entry.h"

namespace forklint::program {

// What linking has cost, in counts that are the same on every machine.
struct Work {
  std::size_t questions = 0;  // about what an expression can be, that had no answer yet
  std::size_t bodies = 0;     // of functions and modules that were followed, the last time
};

class Component {
 public:
  // What holds for all components; outlives them.
  struct Surroundings {
    const ModuleTable& table;
    const catalog::Catalog& catalog;
    const Targets& targets;
    const std::vector<workspace::DeclaredEntry>& declared;
  };

  explicit Component(const Surroundings& around)
      : around_(around), evaluator_(around.table, around.catalog, around.targets) {}

  // Takes in modules; what is known of sites and entry points is gone until it is linked again.
  void add(std::vector<std::unique_ptr<Module>> modules);
  void link();

  const std::vector<std::unique_ptr<Module>>& modules() const { return modules_; }
  const std::vector<std::unique_ptr<Site>>& sites() const { return sites_; }
  const std::vector<Setting>& settings() const { return settings_; }
  const std::vector<Misuse>& misuses() const { return misuses_; }
  const Unread& unread() const { return unread_; }
  Evaluator& evaluator() { return evaluator_; }
  // Null for a site that nothing reaches.
  const std::vector<Reach>* reaches(const Site& site) const;
  const std::vector<Alive>& alive_at(const Site& site) const;
  const std::vector<ForkPlace>& forked_at(const Site& site) const;
  const SpawnSafety& spawn_safety(const Site& site);
  bool spawns(const Site& site) { return spawns_surely(spawn_context(), site); }
  Work work() const { return {evaluator_.work(), bodies_}; }
  bool is_constructed(const python::Class& class_) const { return constructed_.contains(&class_); }

 private:
  SpawnContext spawn_context() {
    return {evaluator_, around_.catalog, around_.targets, *graph_, sites_, reaches_};
  }
  void note_constructed();
  bool may_be_safe(const Site& site) const;
  void note_unread();

  const Surroundings& around_;
  std::vector<std::unique_ptr<Module>> modules_;  // sorted by path
  Evaluator evaluator_;
  std::vector<std::unique_ptr<Site>> sites_;
  std::unordered_map<const Site*, std::vector<Reach>> reaches_;
  std::unique_ptr<CallGraph> graph_;
  Unread unread_;
  std::unordered_map<const Site*, std::vector<Alive>> alive_;
  std::unordered_map<const Site*, std::vector<ForkPlace>> forked_;
  std::unordered_map<const Site*, SpawnSafety> spawn_safety_;  // of the sites that were asked for
  std::vector<std::unique_ptr<EntryPoint>> entries_;
  std::vector<Misuse> misuses_;
  std::size_t bodies_ = 0;
  std::vector<Setting> settings_;
  std::unordered_set<const python::Class*> constructed_;
};

}  // namespace forklint::program
