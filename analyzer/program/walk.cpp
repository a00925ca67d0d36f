#include "program/walk.h"

#include <algorithm>

#include "program/method_choice.h"

namespace forklint::program {
namespace {

using catalog::Creates;

constexpr std::size_t kMaxDepth = 60;

// Whether the processes of this site never inherit fork as their default.
bool starts_fresh(const Site& site) {
  return site.api->creates != Creates::nothing && site.alive != 0 && site.method.safe == site.alive;
}

}  // namespace

void Walk::run_module(const Module& module, bool is_main) {
  if (imported_.insert(&module).second) run_body(module, nullptr, is_main);
}

void Walk::run_function(const Evaluator::Target& target) {
  if (target.function == nullptr || path_.size() >= kMaxDepth) return;
  // Once more when a setting came in between: that way to reach it is another one.
  const std::size_t situation = std::min<std::size_t>(settings_.size(), 7) * 2 + (child_ ? 1 : 0);
  if (!visited_[target.function].insert(situation).second) return;
  run_body(*target.module, target.function, false);
}

void Walk::run_alone(const Evaluator::Target& target) {
  const std::size_t settings = settings_.size();
  const std::size_t pins = pins_.size();
  run_function(target);
  settings_.resize(settings);
  pins_.resize(pins);
}

void Walk::add_visited_to(std::unordered_set<const void*>& functions_and_modules) const {
  for (const auto& [function, situations] : visited_) functions_and_modules.insert(function);
  functions_and_modules.insert(imported_.begin(), imported_.end());
}

void Walk::run_body(const Module& module, const python::Function* function, bool is_main) {
  for (const BodyItem& item : notes_.graph.body(module, function)) {
    if (item.import != nullptr) {
      path_.push_back({item.import, &module, nullptr, is_main});
      for (const Module* target : item.imports) run_module(*target, false);
    } else {
      if (notes_.evaluator.alive(item.call->region, module, is_main) == 0) continue;
      path_.push_back({item.call, &module, item.call->region, is_main});
      run_call(item);
    }
    path_.pop_back();
  }
}

void Walk::run_call(const BodyItem& item) {
  bool fresh = false;
  for (const Site* site : item.sites) {
    reach(*site);
    fresh = fresh || starts_fresh(*site);
  }
  for (const Evaluator::Target& target : item.runs) run_function(target);
  const std::optional<StartMethod> outer = child_;
  if (fresh) child_ = StartMethod::spawn;
  for (const Evaluator::Target& target : item.handed) run_function(target);
  child_ = outer;
}

Truth Walk::happened_before_now(const Path& earlier) const {
  return happened_before(notes_.evaluator, notes_.targets, earlier, path_);
}

void Walk::reach(const Site& site) {
  if (!site.api->sets_family.empty()) {
    set(site);
    return;
  }
  Reach reach{.entry = entry_, .child_of = child_};
  for (const DefaultSetting& setting : settings_) {
    if (setting.site->family == site.method.family) apply(setting, reach);
  }
  notes_.reaches[&site].push_back(std::move(reach));
  if (pins_default(site)) pins_.push_back({&site, path_});
}

bool Walk::pins_default(const Site& site) const {
  if (site.callee.of_context || site.kind != SiteKind::call) return false;
  const bool creates = site.api->creates != Creates::nothing;
  if (creates && (site.creates != Outcome::yes || site.method.from_default == 0)) return false;
  if (site.api->pins_family.empty()) return creates && site.api->created_by.empty();
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
  if (!force && forced.supplied != Supplied::maybe && !forced.values.open()) find_misuse(site);
  settings_.push_back({&site, path_, force});
  notes_.reaches[&site].push_back({.entry = entry_, .child_of = child_});
}

void Walk::find_misuse(const Site& site) {
  for (const DefaultSetting& setting : settings_) {
    if (setting.site->family != site.family || setting.site == &site) continue;
    if (happened_before_now(setting.path).must == 0) continue;
    notes_.misuses.push_back({Misuse::Kind::twice, &site, setting.site});
    return;
  }
  for (const Pin& pin : pins_) {
    if (pin.site->family != site.family || happened_before_now(pin.path).must == 0) continue;
    notes_.misuses.push_back({Misuse::Kind::too_late, &site, pin.site});
    return;
  }
}

}  // namespace forklint::program
