#include "program/component.h"

#include <algorithm>
#include <iterator>

#include "base/lookup.h"
#include "program/entry_points.h"
#include "program/setting_finder.h"
#include "program/site_finder.h"
#include "program/spawn_workers.h"

namespace forklint::program {

void Component::add(std::vector<std::unique_ptr<Module>> modules) {
  evaluator_.extend(modules);
  std::move(modules.begin(), modules.end(), std::back_inserter(modules_));
  std::sort(modules_.begin(), modules_.end(),
            [](const auto& left, const auto& right) { return left->path() < right->path(); });
}

void Component::link() {
  const auto& [table, catalog, targets, declared] = around_;
  // Who calls whom is found with parameters known by their defaults; everything after that sees callers.
  evaluator_.set_callers(SiteFinder(evaluator_, catalog, targets, table).callers(modules_));
  settings_ = find_settings(evaluator_, catalog, modules_);
  sites_ = SiteFinder(evaluator_, catalog, targets, table).find(modules_, settings_);
  spawn_safety_.clear();
  note_constructed();
  graph_ = std::make_unique<CallGraph>(evaluator_, catalog, table, modules_, sites_);
  entries_ = EntryPoints(evaluator_, *graph_, table).find(modules_, declared);
  Execution execution(evaluator_, catalog, targets, *graph_, modules_, sites_, entries_);
  execution.run();
  reaches_ = execution.take_reaches();
  note_unread();
  alive_ = execution.take_alive();
  misuses_ = execution.take_misuses();
  bodies_ = execution.bodies();
  forked_ = execution.take_forked();
  for (auto& [site, places] : forked_) {
    std::sort(places.begin(), places.end(), [](const ForkPlace& left, const ForkPlace& right) {
      return std::pair(left.module->path(), left.span.begin) <
             std::pair(right.module->path(), right.span.begin);
    });
  }
}

// Whether a fix of the site could be safe at all: scripts of the project start its processes, and only they.
bool Component::may_be_safe(const Site& site) const {
  const std::vector<Reach>* reaches = this->reaches(site);
  const bool creates = site.api->creates != catalog::Creates::nothing && site.creates != Outcome::no;
  return creates && site.module->reported && reaches != nullptr &&
         std::none_of(reaches->begin(), reaches->end(),
                      [](const Reach& reach) { return reach.entry == nullptr; }) &&
         std::any_of(reaches->begin(), reaches->end(),
                     [](const Reach& reach) { return reach.entry->kind != EntryKind::test; });
}

void Component::note_unread() {
  unread_ = graph_->unread();
  std::vector<std::string_view>& files = unread_.of_workers;
  for (const auto& site : sites_) {
    if (!may_be_safe(*site)) continue;
    const std::vector<std::string_view> more = files_in_workers(evaluator_, around_.table, *site);
    files.insert(files.end(), more.begin(), more.end());
  }
  std::sort(files.begin(), files.end());
  files.erase(std::unique(files.begin(), files.end()), files.end());
}

void Component::note_constructed() {
  constructed_.clear();
  for (const auto& site : sites_) {
    if (site->kind != SiteKind::call || site->subclass == nullptr) continue;
    for (const python::Class* each : evaluator_.lineage(*site->subclass_module, *site->subclass))
      constructed_.insert(each);
  }
}

const std::vector<Reach>* Component::reaches(const Site& site) const {
  const auto found = reaches_.find(&site);
  return found == reaches_.end() ? nullptr : &found->second;
}

const std::vector<Alive>& Component::alive_at(const Site& site) const {
  return value_or_empty(alive_, &site);
}

const std::vector<ForkPlace>& Component::forked_at(const Site& site) const {
  return value_or_empty(forked_, &site);
}

const SpawnSafety& Component::spawn_safety(const Site& site) {
  const auto found = spawn_safety_.find(&site);
  if (found != spawn_safety_.end()) return found->second;
  SpawnChecker checker(spawn_context(), site);
  return spawn_safety_.emplace(&site, checker.check()).first->second;
}

}  // namespace forklint::program
