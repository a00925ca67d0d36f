#include "program/program.h"

#include <algorithm>
#include <iterator>

#include "native/code.h"
#include "program/call_graph.h"
#include "program/entry_points.h"
#include "program/method_choice.h"
#include "program/setting_finder.h"
#include "program/site_finder.h"
#include "program/spawn_checker.h"

namespace forklint::program {

struct Program::Parts {
  Parts(ProgramInput given, const catalog::Catalog& known)
      : input(std::move(given)),
        catalog(known),
        targets(input.target),
        evaluator(input.modules, *input.table, known, targets) {}

  void link();
  SpawnContext spawn_context() { return {evaluator, catalog, targets, *graph, sites, reaches}; }

  ProgramInput input;
  const catalog::Catalog& catalog;
  Targets targets;
  Evaluator evaluator;
  std::vector<std::unique_ptr<Site>> sites;
  std::unordered_map<const Site*, std::vector<Reach>> reaches;
  std::optional<CallGraph> graph;
  std::unordered_map<const Site*, std::vector<Alive>> alive;
  std::unordered_map<const Site*, SpawnSafety> spawn_safety;  // of the sites that were asked for
  std::vector<std::unique_ptr<EntryPoint>> entries;
  std::vector<Misuse> misuses;
  std::vector<Setting> settings;
  std::unordered_set<const python::Class*> constructed;
};

Program::Program() = default;
Program::Program(Program&&) noexcept = default;
Program& Program::operator=(Program&&) noexcept = default;
Program::~Program() = default;

Program Program::link(ProgramInput input, const catalog::Catalog& catalog) {
  Program program;
  program.parts_ = std::make_unique<Parts>(std::move(input), catalog);
  program.parts_->link();
  return program;
}

void Program::extend(std::vector<std::unique_ptr<Module>> modules) {
  std::vector<std::unique_ptr<Module>>& all = parts_->input.modules;
  parts_->evaluator.extend(modules);
  std::move(modules.begin(), modules.end(), std::back_inserter(all));
  std::sort(all.begin(), all.end(),
            [](const auto& left, const auto& right) { return left->path() < right->path(); });
  parts_->link();
}

void Program::Parts::link() {
  const std::vector<std::unique_ptr<Module>>& modules = input.modules;
  // Who calls whom is found with parameters known by their defaults; everything after that sees callers.
  evaluator.set_callers(SiteFinder(evaluator, catalog, targets, *input.table).callers(modules));
  settings = find_settings(evaluator, catalog, modules);
  sites = SiteFinder(evaluator, catalog, targets, *input.table).find(modules, settings);
  constructed.clear();
  spawn_safety.clear();
  for (const auto& site : sites) {
    if (site->kind != SiteKind::call || site->subclass == nullptr) continue;
    for (const python::Class* each : evaluator.lineage(*site->subclass_module, *site->subclass))
      constructed.insert(each);
  }
  graph.emplace(evaluator, catalog, *input.table, modules, sites);
  entries = EntryPoints(evaluator, *graph, *input.table).find(modules, input.declared);
  Execution execution(evaluator, catalog, targets, *graph, modules, sites, entries);
  execution.run();
  reaches = execution.take_reaches();
  alive = execution.take_alive();
  misuses = execution.take_misuses();
}

const std::vector<std::unique_ptr<Module>>& Program::modules() const { return parts_->input.modules; }
const std::vector<std::unique_ptr<Site>>& Program::sites() const { return parts_->sites; }
const native::NativeCode& Program::native() const {
  static const native::NativeCode kNone;
  return parts_->input.native == nullptr ? kNone : *parts_->input.native;
}
const std::vector<Misuse>& Program::misuses() const { return parts_->misuses; }
const Targets& Program::targets() const { return parts_->targets; }
const catalog::Catalog& Program::catalog() const { return parts_->catalog; }
const std::vector<Setting>& Program::settings() const { return parts_->settings; }
const std::optional<workspace::RequiresPython>& Program::requires_python() const {
  return parts_->input.requires_python;
}

const Preference& Program::preference() const { return parts_->input.preference; }

const std::vector<Alive>& Program::alive_at(const Site& site) const {
  static const std::vector<Alive> nothing;
  const auto found = parts_->alive.find(&site);
  return found == parts_->alive.end() ? nothing : found->second;
}

const SpawnSafety& Program::spawn_safety(const Site& site) const {
  const auto found = parts_->spawn_safety.find(&site);
  if (found != parts_->spawn_safety.end()) return found->second;
  SpawnChecker checker(parts_->spawn_context(), site);
  return parts_->spawn_safety.emplace(&site, checker.check()).first->second;
}

bool Program::spawns(const Site& site) const { return spawns_surely(parts_->spawn_context(), site); }

const Unread& Program::unread() const { return parts_->graph->unread(); }

bool Program::is_constructed(const python::Class& class_) const {
  return parts_->constructed.contains(&class_);
}

BoundArgument Program::argument(const Site& site, std::string_view parameter) const {
  return argument_of(parts_->evaluator, site, parameter);
}

ValueSet Program::values(const python::Expr& expr, const Module& module) const {
  return parts_->evaluator.values(expr, module);
}

DefaultOutcome Program::default_outcome(const Site& site) const {
  DefaultOutcome outcome;
  const TargetMask fork = site.alive & site.method.from_default &
                          parts_->targets.default_is(parts_->catalog, site.method.family, StartMethod::fork);
  const auto found = parts_->reaches.find(&site);
  if (found == parts_->reaches.end()) {
    outcome.forks = fork;
    if (fork != 0) outcome.entries.push_back(nullptr);
    return outcome;
  }
  for (const Reach& reach : found->second) {
    if (reach.entry != nullptr && !reach.entry->speaks_for(*site.module)) continue;
    if (reach.child_of && *reach.child_of != StartMethod::fork) continue;
    const TargetMask here = fork & ~(reach.safe | reach.forced_fork | reach.unknown);
    outcome.unknown |= fork & reach.unknown;
    if (here == 0) continue;
    outcome.forks |= here;
    outcome.set_sometimes = outcome.set_sometimes || !reach.maybe.empty();
    outcome.settings.insert(outcome.settings.end(), reach.maybe.begin(), reach.maybe.end());
    if (std::find(outcome.entries.begin(), outcome.entries.end(), reach.entry) == outcome.entries.end()) {
      outcome.entries.push_back(reach.entry);
    }
  }
  return outcome;
}

}  // namespace forklint::program
