// The start method on the way that is followed: what was set, what settles the default, what comes too late.
#include "program/method_choice.h"
#include "program/walk.h"

namespace forklint::program {

using catalog::Creates;

bool starts_fresh(const Site& site) {
  return site.api->creates != Creates::nothing && site.alive != 0 && site.method.safe == site.alive;
}

Truth Walk::happened_before_now(const Path& earlier) const {
  return happened_before(notes_.evaluator, notes_.targets, earlier, path_);
}

void Walk::reach(const Site& site) {
  if (!site.api->sets_family.empty()) {
    if (!is_second_round_) set(site);
    return;
  }
  // A second round changes no first choice.
  if (is_second_round_ && settled_.contains(&site)) return;
  const Reach reach = reach_now(site);
  settled_.insert_or_assign(&site, reach);
  notes_.reaches[&site].push_back(reach);
  if (pins_default(site)) state_.pins.push_back({&site, path_});
}

Reach Walk::reach_now(const Site& site) const {
  Reach reach{.entry = entry_, .child_of = state_.child};
  for (const DefaultSetting& setting : state_.settings) {
    if (setting.site->family == site.method.family) apply(setting, reach);
  }
  return reach;
}

bool Walk::pins_default(const Site& site) const {
  if (site.kind != SiteKind::call) return false;
  const bool creates = site.api->creates != Creates::nothing && site.creates == Outcome::yes;
  // What is sent to a fresh process names the default, which asking for it settles (gh-109263).
  if (site.callee.of_context) return creates && site.api->creates == Creates::process && starts_fresh(site);
  if (site.api->creates != Creates::nothing && site.method.from_default == 0) return false;
  if (site.api->pins_family.empty()) return creates && site.api->created_by.empty();
  if (site.decides_when_started() && !creates) return false;
  return conditions_hold(notes_.evaluator, site, site.api->pins_when) == Outcome::yes;
}

void Walk::apply(const DefaultSetting& setting, Reach& reach) const {
  const Truth before = happened_before_now(setting.path);
  if (before.may == 0) return;
  if (before.must != notes_.targets.all()) reach.maybe.push_back(setting.site);
  if (before.must == 0) return;
  const MethodChoice& method = setting.site->method;
  // Without force, the first setting stays.
  const TargetMask settled = reach.safe | reach.forced_fork | reach.unknown;
  const TargetMask here = setting.force ? before.must : before.must & ~settled;
  reach.safe = (reach.safe & ~here) | (method.safe & here);
  reach.forced_fork = (reach.forced_fork & ~here) | (method.explicit_fork & here);
  reach.unknown = (reach.unknown & ~here) | (method.unknown & here);
}

void Walk::set(const Site& site) {
  const BoundArgument forced = argument_of(notes_.evaluator, site, "force");
  const Value* value = forced.values.single();
  const bool force = value != nullptr && value->kind == ValueKind::boolean && value->integer != 0;
  // A call that raises sets nothing; where that is swallowed, the program goes on with what it had.
  const bool raises =
      !force && forced.supplied != Supplied::maybe && !forced.values.open() && find_misuse(site);
  if (!raises) state_.settings.push_back({&site, path_, force});
  notes_.reaches[&site].push_back({.entry = entry_, .child_of = state_.child});
}

bool Walk::find_misuse(const Site& site) {
  for (const DefaultSetting& setting : state_.settings) {
    if (setting.site->family != site.family || setting.site == &site) continue;
    if (happened_before_now(setting.path).must == 0) continue;
    notes_.misuses.push_back({Misuse::Kind::twice, &site, setting.site});
    return true;
  }
  for (const Pin& pin : state_.pins) {
    if (pin.site->family != site.family || happened_before_now(pin.path).must == 0) continue;
    notes_.misuses.push_back({Misuse::Kind::too_late, &site, pin.site});
    return true;
  }
  return false;
}

}  // namespace forklint::program
