#include "rewrite/fixes.h"

#include <fmt/format.h>

#include <algorithm>

#include "rewrite/context.h"
#include "rewrite/cures.h"
#include "rewrite/entry_point.h"
#include "rewrite/literal.h"
#include "rewrite/members.h"
#include "rewrite/preexec.h"
#include "rewrite/safety.h"

namespace forklint::rewrite {
namespace {

using program::Program;
using program::Site;

constexpr std::string_view kLauncherReason =
    "what the launcher is given must be picklable, and the script needs a main guard";

void add(const std::optional<Draft>& draft, const std::string& title, const Safety& safety,
         Finding& finding) {
  for (const RelatedPlace& related : safety.related) {
    const bool is_known =
        std::any_of(finding.related.begin(), finding.related.end(), [&](const RelatedPlace& known) {
          return known.place == related.place && known.message == related.message;
        });
    if (!is_known) finding.related.push_back(related);
  }
  if (draft && safety.possible)
    finding.fixes.push_back(draft->finish(title_with(title, safety), safety.applicability));
}

// The rewrite together with the cures of what stands in its way.
void add(std::optional<Draft> draft, const std::string& title, const Cures& cures, const Safety& safety,
         Finding& finding) {
  if (draft) draft->add(cures.draft());
  if (draft && draft->collides()) draft.reset();
  add(draft, cures.title_with(title), safety, finding);
}

std::string context_title(const Program& program, const Site& site, const std::optional<ContextMove>& move) {
  const std::string_view method = name_of(program.preference().method);
  if (move && move->moves_primitives)
    return fmt::format("Use a \"{}\" context, with the queues and locks that it shares", method);
  if (member_of(program, site)) return fmt::format("Take it from a \"{}\" context", method);
  return fmt::format("Pass a \"{}\" context", method);
}

std::string method_title(const Program& program) {
  return fmt::format("Ask for \"{}\"", name_of(program.preference().method));
}

void add_entry_point_fix(const Program& program, const Site& site, Finding& finding) {
  Cures cures(program);
  const std::optional<EntryPointChange> change = set_at_entry_points(program, site, cures);
  const std::vector<const Site*> creators = change ? change->creators : std::vector<const Site*>{&site};
  const std::optional<Draft> draft = change ? std::optional(change->draft) : std::nullopt;
  cures.add(creators, Moved::default_primitives);
  add(draft,
      fmt::format("Set \"{}\" under the main guard of each script", name_of(program.preference().method)),
      cures, safety_of(program, creators, Moved::default_primitives, cures), finding);
}

}  // namespace

void add_context_fix(const Program& program, const Site& site, Finding& finding) {
  if (program.preference().at_entry_points) return add_entry_point_fix(program, site, finding);
  const std::optional<ContextMove> move = move_to_context(program, site);
  const std::vector<const Site*> creators = move ? move->creators : std::vector<const Site*>{&site};
  const Moved moved = move && move->moves_primitives ? Moved::default_primitives : Moved::nothing;
  const std::optional<Draft> draft = move ? std::optional(move->draft) : std::nullopt;
  Cures cures(program);
  if (move) cures.add(creators, moved);
  add(draft, context_title(program, site, move), cures, safety_of(program, creators, moved, cures), finding);
}

void add_method_fix(const Program& program, const Site& site, const python::Expr& value, Finding& finding) {
  const std::optional<Draft> draft = other_method(program, *site.module, value);
  const std::vector<const Site*> creators = creators_behind(program, site);
  const Moved moved = site.api->sets_family.empty() ? Moved::context_primitives : Moved::default_primitives;
  Cures cures(program);
  cures.add(creators, moved);
  Safety safety = safety_of(program, creators, moved, cures);
  if (creators.empty())
    safety.add({.applicability = Applicability::unsafe, .reason = "it is not known what uses it"});
  // Each child would run it again, when it imports the main module.
  if (!site.api->sets_family.empty() && site.function == nullptr && !is_under_main_guard(site.region) &&
      !cures.guards(site))
    safety.possible = false;
  add(draft, method_title(program), cures, safety, finding);
}

void add_obstacle_fix(const Program& program, const program::SpawnObstacle& obstacle, Finding& finding) {
  Cures cures(program);
  cures.add(obstacle, Moved::default_primitives);
  if (cures.empty() || cures.draft().collides()) return;
  add(cures.draft(), cures.own_title(), cures.safety(), finding);
}

void add_setting_fix(const Program& program, const program::Setting& setting, Finding& finding) {
  if (setting.value == nullptr) return;
  add(other_method(program, *setting.module, *setting.value), method_title(program),
      {.applicability = Applicability::unsafe, .reason = std::string(kLauncherReason)}, finding);
}

void add_strategy_fix(const Program& program, const Site& site, Finding& finding) {
  for (const catalog::Condition& condition : site.api->when) {
    if (condition.test != catalog::Test::equals) continue;
    const program::BoundArgument argument = program.argument(site, condition.parameter);
    if (argument.written == nullptr || site.handover != nullptr || site.partial != nullptr) continue;
    add(other_strategy(*site.module, *argument.written->value), "Start the ranks by spawn",
        {.applicability = Applicability::unsafe, .reason = std::string(kLauncherReason)}, finding);
  }
}

void add_preexec_fix(const Program& program, const Site& site, Finding& finding) {
  add(without_preexec(program, site), "Say it by an argument of subprocess", {}, finding);
}

}  // namespace forklint::rewrite
