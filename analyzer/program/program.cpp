#include "program/program.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "base/parallel.h"
#include "native/code.h"
#include "program/component.h"
#include "program/main_guard.h"
#include "program/method_choice.h"

namespace forklint::program {

struct Program::Parts {
  Parts(ProgramInput given, const catalog::Catalog& known)
      : input(std::move(given)),
        targets(input.target),
        around{*input.table, known, targets, input.declared} {}

  void add(std::vector<std::unique_ptr<Module>> modules);
  void join();
  Component& component_of(const Module& module) const { return *component_of_module.at(&module); }

  ProgramInput input;
  Targets targets;
  const Component::Surroundings around;
  // By the package that was installed; "": the project.
  std::map<std::string_view, std::unique_ptr<Component>> components;
  // Of all components.
  std::unordered_map<const Module*, Component*> component_of_module;
  std::vector<const Module*> modules;
  std::vector<const Site*> sites;
  std::unordered_map<const Module*, std::vector<const Site*>> sites_of_module;
  std::vector<const Site*> constructions;
  std::vector<Misuse> misuses;
  std::vector<Setting> settings;
  Unread unread;
};

Program::Program() = default;
Program::Program(Program&&) noexcept = default;
Program& Program::operator=(Program&&) noexcept = default;
Program::~Program() = default;

Program Program::link(ProgramInput input, const catalog::Catalog& catalog) {
  Program program;
  std::vector<std::unique_ptr<Module>> modules = std::move(input.modules);
  program.parts_ = std::make_unique<Parts>(std::move(input), catalog);
  program.extend(std::move(modules));
  return program;
}

void Program::extend(std::vector<std::unique_ptr<Module>> modules) {
  parts_->add(std::move(modules));
  parts_->join();
}

// Links what the modules belong to; what they don't touch stays as it is.
void Program::Parts::add(std::vector<std::unique_ptr<Module>> added) {
  std::map<std::string_view, std::vector<std::unique_ptr<Module>>> by_component;
  for (auto& module : added)
    by_component[input.table->installed_in(module->path())].push_back(std::move(module));
  std::vector<Component*> changed;
  for (auto& [name, members] : by_component) {
    std::unique_ptr<Component>& component = components[name];
    if (component == nullptr) component = std::make_unique<Component>(around);
    for (const auto& module : members) component_of_module.emplace(module.get(), component.get());
    component->add(std::move(members));
    changed.push_back(component.get());
  }
  // The largest first: what is left for the end is small.
  std::stable_sort(changed.begin(), changed.end(), [](const Component* left, const Component* right) {
    return left->modules().size() > right->modules().size();
  });
  parallel_for(changed.size(), input.jobs, [&](std::size_t i) { changed[i]->link(); });
}

void Program::Parts::join() {
  modules.clear();
  sites.clear();
  sites_of_module.clear();
  constructions.clear();
  misuses.clear();
  settings.clear();
  unread = {};
  for (const auto& [name, component] : components) {
    for (const auto& module : component->modules()) modules.push_back(module.get());
    for (const auto& site : component->sites()) sites.push_back(site.get());
    const auto append = [](auto& all, const auto& own) { all.insert(all.end(), own.begin(), own.end()); };
    append(misuses, component->misuses());
    append(settings, component->settings());
    append(unread.files, component->unread().files);
    append(unread.leading, component->unread().leading);
    append(unread.of_workers, component->unread().of_workers);
  }
  for (const Site* site : sites) {
    sites_of_module[site->module].push_back(site);
    if (site->kind == SiteKind::call && site->subclass != nullptr) constructions.push_back(site);
  }
  std::sort(modules.begin(), modules.end(),
            [](const Module* left, const Module* right) { return left->path() < right->path(); });
}

const std::vector<const Module*>& Program::modules() const { return parts_->modules; }
const std::vector<const Site*>& Program::sites() const { return parts_->sites; }
const std::vector<const Site*>& Program::sites_in(const Module& module) const {
  static const std::vector<const Site*> kNone;
  const auto found = parts_->sites_of_module.find(&module);
  return found == parts_->sites_of_module.end() ? kNone : found->second;
}
const std::vector<const Site*>& Program::constructions() const { return parts_->constructions; }
const native::NativeCode& Program::native() const {
  static const native::NativeCode kNone;
  return parts_->input.native == nullptr ? kNone : *parts_->input.native;
}
const std::vector<Misuse>& Program::misuses() const { return parts_->misuses; }
const Targets& Program::targets() const { return parts_->targets; }
const catalog::Catalog& Program::catalog() const { return parts_->around.catalog; }
const std::vector<Setting>& Program::settings() const { return parts_->settings; }
const std::optional<workspace::RequiresPython>& Program::requires_python() const {
  return parts_->input.requires_python;
}

const Preference& Program::preference() const { return parts_->input.preference; }

bool Program::is_offered(const Module& module) const {
  const bool is_private = module.name.starts_with('_') || module.name.find("._") != std::string::npos;
  return parts_->input.is_installable && !is_private && !is_test(module) &&
         main_guard_of(module) == nullptr && !parts_->input.table->packages_around(module.path()).empty();
}

const std::vector<Alive>& Program::alive_at(const Site& site) const {
  return parts_->component_of(*site.module).alive_at(site);
}

bool Program::is_set_to_fork(const Site& site) const {
  const std::vector<Reach>* reaches = parts_->component_of(*site.module).reaches(site);
  return reaches != nullptr && std::any_of(reaches->begin(), reaches->end(), [&](const Reach& reach) {
           return (site.alive & site.method.from_default & reach.forced_fork) != 0;
         });
}

const std::vector<ForkPlace>& Program::forked_at(const Site& site) const {
  return parts_->component_of(*site.module).forked_at(site);
}

const SpawnSafety& Program::spawn_safety(const Site& site) const {
  return parts_->component_of(*site.module).spawn_safety(site);
}

bool Program::spawns(const Site& site) const { return parts_->component_of(*site.module).spawns(site); }

bool Program::is_imported(const Module& module) const {
  return parts_->input.is_imported && parts_->input.is_imported(module.path());
}

const Unread& Program::unread() const { return parts_->unread; }

Work Program::work() const {
  Work work;
  for (const auto& [name, component] : parts_->components) {
    work.questions += component->work().questions;
    work.bodies += component->work().bodies;
  }
  return work;
}

bool Program::is_constructed(const python::Class& class_) const {
  return std::any_of(parts_->components.begin(), parts_->components.end(),
                     [&](const auto& component) { return component.second->is_constructed(class_); });
}

BoundArgument Program::argument(const Site& site, std::string_view parameter) const {
  return argument_of(parts_->component_of(*site.module).evaluator(), site, parameter);
}

ValueSet Program::values(const python::Expr& expr, const Module& module) const {
  return parts_->component_of(module).evaluator().values(expr, module);
}

DefaultOutcome Program::default_outcome(const Site& site) const {
  DefaultOutcome outcome;
  const TargetMask fork =
      site.alive & site.method.from_default &
      parts_->targets.default_is(parts_->around.catalog, site.method.family, StartMethod::fork);
  const std::vector<Reach>* reaches = parts_->component_of(*site.module).reaches(site);
  if (reaches == nullptr) {
    outcome.forks = fork;
    if (fork != 0) outcome.entries.push_back(nullptr);
    return outcome;
  }
  for (const Reach& reach : *reaches) {
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
