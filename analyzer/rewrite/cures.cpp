#include "rewrite/cures.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/text.h"

namespace forklint::rewrite {
namespace {

using program::Module;
using program::ObstacleCause;
using program::Site;
using program::SpawnObstacle;

bool is_movable(const SpawnObstacle& obstacle) {
  if (obstacle.function == nullptr || obstacle.module == nullptr) return false;
  if (obstacle.cause == ObstacleCause::lambda) return true;
  const python::Scope* around = obstacle.function->scope->parent;
  return obstacle.cause == ObstacleCause::nested_function && obstacle.keeps_name &&
         around->kind == python::ScopeKind::function;
}

}  // namespace

void Cures::add(const std::vector<const Site*>& creators, Moved moved) {
  for (const Site* site : creators) {
    for (const SpawnObstacle& obstacle : program_.spawn_safety(*site).obstacles) add(obstacle, moved);
  }
}

void Cures::add(const SpawnObstacle& obstacle, Moved moved) {
  if (obstacle.cause == ObstacleCause::runs_at_import) {
    guard(*obstacle.entry);
  } else if (is_movable(obstacle) && !moved_.contains(obstacle.function)) {
    move(obstacle, moved);
  }
}

void Cures::move(const SpawnObstacle& obstacle, Moved moved) {
  const auto hoist = to_module_level(program_, *obstacle.module, *obstacle.function, obstacle.parameter);
  if (!hoist || !names_.emplace(obstacle.module, hoist->name).second) return;
  moved_.insert(obstacle.function);
  draft_.add(hoist->draft);
  definitions_[{obstacle.module, hoist->place}] += hoist->definition + "\n\n";
  words_.push_back(obstacle.cause == ObstacleCause::lambda
                       ? fmt::format("the lambda as '{}' at module level", hoist->name)
                       : fmt::format("'{}' moved to module level", obstacle.function->name));
  for (const Captured& captured : hoist->captured) add_captured(captured, moved);
}

void Cures::add_captured(const Captured& captured, Moved moved) {
  if (captured.as == CapturedAs::constant) return;
  if (captured.as == CapturedAs::primitive && moved == Moved::default_primitives) return;
  safety_.add({.applicability = Applicability::unsafe,
               .reason = captured.as == CapturedAs::primitive
                             ? fmt::format("'{}' belongs to another context", captured.name)
                             : fmt::format("forklint does not know what '{}' is, which must be picklable",
                                           captured.name)});
}

bool Cures::guard(const Module& script, const std::string& first_line) {
  if (guarded_.contains(&script)) return true;
  const std::optional<MainPart> part = main_part_of(program_, script);
  if (!part) return false;
  put_under_guard(script, *part, first_line, draft_);
  guarded_.emplace(&script, *part);
  words_.emplace_back("a main guard around what the script does");
  if (part->repeated != nullptr) {
    const std::string text = text_of(script, part->repeated->span);
    safety_.add({.applicability = Applicability::unsafe,
                 .reason = fmt::format("each new process runs '{}' again", text::first_line(text))});
  }
  return true;
}

bool Cures::covers(const SpawnObstacle& obstacle) const {
  if (obstacle.cause != ObstacleCause::runs_at_import)
    return is_movable(obstacle) && moved_.contains(obstacle.function);
  const auto found = guarded_.find(obstacle.entry);
  return found != guarded_.end() && found->second.span.contains(obstacle.span);
}

bool Cures::guards(const Site& site) const {
  const auto found = guarded_.find(site.module);
  return found != guarded_.end() && site.function == nullptr && found->second.span.contains(site.span);
}

Draft Cures::draft() const {
  Draft draft = draft_;
  for (const auto& [where, text] : definitions_) draft.insert(*where.first, where.second, text);
  return draft;
}

std::string Cures::title_with(const std::string& title) const {
  return words_.empty() ? title : fmt::format("{}; {}", title, fmt::join(words_, ", "));
}

std::string Cures::own_title() const {
  return guarded_.empty() ? "Move it to module level" : "Put what the script does under a main guard";
}

}  // namespace forklint::rewrite
