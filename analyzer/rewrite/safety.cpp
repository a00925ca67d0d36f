#include "rewrite/safety.h"

#include <fmt/format.h>

#include <algorithm>

#include "rewrite/cures.h"
#include "rewrite/obstacle_words.h"

namespace forklint::rewrite {
namespace {

using program::ObstacleCause;
using program::ObstacleWeight;
using program::Program;
using program::Site;
using program::SpawnObstacle;

bool moves_along(const SpawnObstacle& obstacle, Moved moved) {
  return (moved == Moved::default_primitives && obstacle.cause == ObstacleCause::default_primitive) ||
         (moved == Moved::context_primitives && obstacle.cause == ObstacleCause::foreign_primitive);
}

Safety of_obstacle(const SpawnObstacle& obstacle) {
  Safety safety{.possible = obstacle.weight != ObstacleWeight::guard || !obstacle.certain,
                .applicability = Applicability::unsafe,
                .reason = reason_of(obstacle)};
  if (obstacle.module != nullptr && obstacle.span.size() > 0)
    safety.related.push_back({{obstacle.module->path(), obstacle.span}, advice_on(obstacle)});
  return safety;
}

// A pool or an executor that is handed to somebody else: what it is given there is not known.
bool runs_unknown_code(const Site& site) {
  if (site.uses.empty() && site.api->name.ends_with("Manager")) return false;
  return site.uses.empty() && site.api->creates != catalog::Creates::dataloader &&
         site.api->creates != catalog::Creates::preexec;
}

// Of a module that others import, by scripts that may be unknown: each new process imports it again.
bool starts_at_import(const Site& site) {
  return site.module->syntax.source().notebook() == nullptr && site.function == nullptr &&
         site.subclass == nullptr && !is_under_main_guard(site.region) &&
         site.kind == program::SiteKind::call;
}

// A caller that is not in the project may be a script without a main guard.
bool has_unknown_callers(const Program& program, const Site& site) {
  if (site.api->creates == catalog::Creates::preexec || site.method.from_default == 0) return false;
  // A base class, and `super().__init__()`: who constructs the class is a site of its own.
  if (site.kind != program::SiteKind::call || site.callee.member == "__init__") return false;
  const std::vector<const program::EntryPoint*> entries = program.default_outcome(site).entries;
  if (std::find(entries.begin(), entries.end(), nullptr) != entries.end()) return true;
  // Scripts that lie beside a package are not all who import it; what it installs itself is.
  return program.is_offered(*site.module) &&
         std::none_of(entries.begin(), entries.end(), [](const program::EntryPoint* entry) {
           return entry->kind == program::EntryKind::declared ||
                  entry->kind == program::EntryKind::main_module;
         });
}

Safety of_site(const Program& program, const Site& site, Moved moved, const Cures& cures) {
  Safety safety;
  const program::SpawnSafety& known = program.spawn_safety(site);
  for (const SpawnObstacle& obstacle : known.obstacles) {
    if (!moves_along(obstacle, moved) && !cures.covers(obstacle)) safety.add(of_obstacle(obstacle));
  }
  for (const std::string_view parameter : known.unknown) {
    safety.add({.applicability = Applicability::unsafe,
                .reason = fmt::format("forklint does not know all of what '{}' is, which must be picklable",
                                      parameter)});
  }
  if (starts_at_import(site) && !cures.guards(site) && site.api->creates != catalog::Creates::preexec) {
    safety.add({.applicability = Applicability::unsafe,
                .reason = "it runs where the module is imported, which a new process may do again"});
  }
  if (runs_unknown_code(site)) {
    safety.add({.applicability = Applicability::unsafe,
                .reason = "forklint does not see what the processes run, which must be importable by name"});
  }
  if (site.api->creates != catalog::Creates::preexec && program::is_test(*site.module)) {
    safety.add({.applicability = Applicability::unsafe,
                .reason = "a new process sees nothing of what fixtures and patches set before"});
  }
  if (has_unknown_callers(program, site)) {
    safety.add({.applicability = Applicability::unsafe,
                .reason = "the scripts that call this are not known, and each needs a main guard"});
  }
  return safety;
}

bool names_main(const python::Expr& expr) {
  const auto* name = python::as<python::Name>(&expr);
  const auto* text = python::as<python::String>(&expr);
  return (name != nullptr && name->id == "__name__") || (text != nullptr && text->value == "__main__");
}

}  // namespace

void Safety::add(const Safety& other) {
  possible = possible && other.possible;
  applicability = std::min(applicability, other.applicability);
  if (reason.empty()) reason = other.reason;
  for (const RelatedPlace& place : other.related) {
    const bool is_known = std::any_of(related.begin(), related.end(), [&](const RelatedPlace& known) {
      return known.place == place.place && known.message == place.message;
    });
    if (!is_known) related.push_back(place);
  }
}

Safety safety_of(const Program& program, const std::vector<const Site*>& creators, Moved moved,
                 const Cures& cures) {
  Safety safety;
  for (const Site* creator : creators) safety.add(of_site(program, *creator, moved, cures));
  // What surely stands in the way is said before what a cure does not know.
  safety.add(cures.safety());
  return safety;
}

std::string title_with(const std::string& title, const Safety& safety) {
  return safety.reason.empty() ? title : fmt::format("{} (may break: {})", title, safety.reason);
}

bool is_main_guard(const python::Expr& expr) {
  const auto* test = python::as<python::Compare>(&expr);
  return test != nullptr && test->rest.size() == 1 && test->rest.front().op == "==" &&
         names_main(*test->left) && names_main(*test->rest.front().right);
}

bool is_under_main_guard(const python::Region* region) {
  for (; region != nullptr; region = region->outer) {
    if (region->kind == python::RegionKind::if_true && region->test != nullptr &&
        is_main_guard(*region->test))
      return true;
  }
  return false;
}

}  // namespace forklint::rewrite
