// Finds the sites of all modules: internal to this room.
#pragma once

#include <memory>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "program/instance_uses.h"
#include "program/project_names.h"
#include "program/site.h"

namespace forklint::program {

class SiteFinder {
 public:
  SiteFinder(Evaluator& evaluator, const catalog::Catalog& catalog, const Targets& targets,
             const ModuleTable& table)
      : evaluator_(evaluator),
        catalog_(catalog),
        targets_(targets),
        names_(evaluator, table),
        uses_(evaluator) {}

  // Who calls which function of the project, as far as callees can be resolved.
  std::unordered_map<const python::Function*, std::vector<Caller>> callers(
      const std::vector<std::unique_ptr<Module>>& modules);
  // In order of module and text; their method choices are filled in.
  std::vector<std::unique_ptr<Site>> find(const std::vector<std::unique_ptr<Module>>& modules,
                                          const std::vector<Setting>& settings);

 private:
  void find_in(const Module& module);
  void find_call(const Module& module, const python::CallSite& call);
  struct Certainty {
    bool certain = true;
    bool one_of_several = false;
    bool several_contexts = false;
  };
  // The API that is called in the end, where there is one only.
  const catalog::Api* api_behind(const Value& callee);
  Certainty certainty_of(const Module& module, const python::Call& call, const ValueSet& callees);
  // `call` is of a value that functools.partial made.
  void find_behind_partial(const Site& call);
  void find_callee(const Module& module, const python::CallSite& call, const Value& callee,
                   Certainty certainty);
  // Where a constructor hands on what it was given, the constructions are the sites.
  void replace_by_constructions();
  void find_bases(const Module& module, const python::Class& class_);
  void find_decorators(const Module& module, python::ExprList decorators, const python::Function* function);
  void add(Site site);
  void judge(Site& site, const std::vector<Setting>& settings);
  void judge_as(Site& site, const std::vector<Setting>& settings, const Frame* frame);
  bool is_only_tried(const Site& site);
  void finish(Site& site, const std::vector<Setting>& settings);

  Evaluator& evaluator_;
  const catalog::Catalog& catalog_;
  const Targets& targets_;
  ProjectNames names_;
  std::vector<std::unique_ptr<Site>> sites_;
  InstanceUses uses_;
};

}  // namespace forklint::program
