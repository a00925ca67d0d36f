#include "program/program.h"

#include <algorithm>

#include "program/call_graph.h"
#include "program/method_choice.h"
#include "program/setting_finder.h"
#include "program/site_finder.h"

namespace forklint::program {

struct Program::Parts {
  Parts(ProgramInput given, const catalog::Catalog& known)
      : input(std::move(given)),
        catalog(known),
        targets(input.target),
        evaluator(input.modules, *input.table, known, targets) {}

  ProgramInput input;
  const catalog::Catalog& catalog;
  Targets targets;
  Evaluator evaluator;
  std::vector<std::unique_ptr<Site>> sites;
  std::unordered_map<const Site*, std::vector<Reach>> reaches;
  std::optional<CallGraph> graph;
  std::unordered_map<const Site*, std::vector<Alive>> alive;
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
  Parts& parts = *program.parts_;
  {
    // Who calls whom is found with parameters known by their defaults; everything after that sees callers.
    SiteFinder finder(parts.evaluator, catalog, parts.targets, *parts.input.table);
    parts.evaluator.set_callers(finder.callers(parts.input.modules));
  }
  parts.settings = find_settings(parts.evaluator, catalog, parts.input.modules);
  parts.sites = SiteFinder(parts.evaluator, catalog, parts.targets, *parts.input.table)
                    .find(parts.input.modules, parts.settings);
  for (const auto& site : parts.sites) {
    if (site->kind != SiteKind::call || site->subclass == nullptr) continue;
    for (const python::Class* each : parts.evaluator.lineage(*site->subclass_module, *site->subclass))
      parts.constructed.insert(each);
  }
  parts.graph.emplace(parts.evaluator, catalog, *parts.input.table, parts.input.modules, parts.sites);
  Execution execution(parts.evaluator, catalog, parts.targets, *parts.graph, parts.input.modules,
                      parts.sites);
  execution.run();
  parts.reaches = execution.take_reaches();
  parts.alive = execution.take_alive();
  parts.misuses = execution.take_misuses();
  return program;
}

const std::vector<std::unique_ptr<Module>>& Program::modules() const { return parts_->input.modules; }
const std::vector<std::unique_ptr<Site>>& Program::sites() const { return parts_->sites; }
const std::vector<Misuse>& Program::misuses() const { return parts_->misuses; }
const Targets& Program::targets() const { return parts_->targets; }
const catalog::Catalog& Program::catalog() const { return parts_->catalog; }
const std::vector<Setting>& Program::settings() const { return parts_->settings; }
const std::optional<workspace::RequiresPython>& Program::requires_python() const {
  return parts_->input.requires_python;
}

const std::vector<Alive>& Program::alive_at(const Site& site) const {
  static const std::vector<Alive> nothing;
  const auto found = parts_->alive.find(&site);
  return found == parts_->alive.end() ? nothing : found->second;
}

const Unread& Program::unread() const { return parts_->graph->unread(); }

ProgramInput Program::take_input() && {
  ProgramInput input = std::move(parts_->input);
  parts_.reset();
  return input;
}

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
