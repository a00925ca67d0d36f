// What has begun on the way and is alive when a process is forked.
#include <algorithm>

#include "program/handover.h"
#include "program/instance_facts.h"
#include "program/method_choice.h"
#include "program/walk.h"

namespace forklint::program {
namespace {

// More evidence than this tells a reader nothing.
constexpr std::size_t kMaxAlive = 8;
constexpr std::size_t kMaxHazards = 64;
constexpr std::size_t kMaxForkPlaces = 8;

}  // namespace

void Walk::start(const Site* site, const catalog::ImportHazard* import) {
  if (state_.hazards.size() >= kMaxHazards) return;
  bool certain = true;
  if (site != nullptr) {
    const Frame* frame = knows_arguments(*site) ? frame_ : nullptr;
    const Outcome outcome = hazard_begins(notes_.evaluator, *site, frame);
    if (outcome == Outcome::no || site->alive == 0) return;
    const Outcome called = frame == nullptr ? Outcome::unknown : calls_api(*site);
    if (called == Outcome::no) return;
    certain = outcome == Outcome::yes && (site->certain || called == Outcome::yes);
  }
  const bool known = std::any_of(state_.hazards.begin(), state_.hazards.end(), [&](const Hazard& hazard) {
    return hazard.site == site && hazard.import == import;
  });
  if (known) return;
  state_.hazards.push_back({site, import, certain, path_});
  if (site != nullptr) state_.hazards.back().holder = holder_of(*site);
}

// Whether the call is one of the site's API with the arguments that the function around it has now.
Outcome Walk::calls_api(const Site& site) const {
  const python::Expr& callee = *site.call->call->callee;
  if (site.callee.kind != ValueKind::method || !names_parameter(callee, *site.module, *site.function))
    return Outcome::unknown;
  const ValueSet callees = notes_.evaluator.values(callee, *site.module, frame_);
  const bool is_called = std::any_of(callees.values().begin(), callees.values().end(),
                                     [&](const Value& value) { return value.api == site.api; });
  if (callees.open()) return Outcome::unknown;
  if (!is_called) return Outcome::no;
  return callees.single() != nullptr ? Outcome::yes : Outcome::unknown;
}

// Of a queue's thread, or of an iterator that a call made of it: `batches = iter(loader)`.
const python::Function* Walk::holder_of(const Site& site) {
  const python::CallSite* here = path_.back().item->call;
  const bool is_iterated = here != nullptr && here != site.call && !site.api->hazard_held &&
                           std::find(site.api->hazard_by.begin(), site.api->hazard_by.end(), "__iter__") !=
                               site.api->hazard_by.end();
  if (is_iterated) return notes_.holders.last_holder(path_);
  const auto made = made_.find(&site);
  return !site.api->hazard_held || made == made_.end() ? nullptr : notes_.holders.last_holder(made->second);
}

void Walk::drop_ended(const python::Function& function) {
  std::erase_if(state_.hazards, [&](const Hazard& hazard) {
    return hazard.told > path_.size() || hazard.holder == &function;
  });
}

void Walk::end(const Site& site, EndKind kind) {
  if (kind == EndKind::gone) {
    kind = EndKind::sure;
  } else if (!site.api->hazard_stays_when.empty()) {
    const Outcome stays = conditions_hold(notes_.evaluator, site, site.api->hazard_stays_when);
    if (stays == Outcome::yes) return;
    if (stays == Outcome::unknown) kind = EndKind::maybe;
  }
  for (std::size_t i = 0; i < state_.hazards.size(); ++i) {
    Hazard& hazard = state_.hazards[i];
    if (hazard.site != &site) continue;
    // An end on some paths only leaves the hazard possible; but a lock that is released at all is released on
    // every path: what looks otherwise is not understood.
    const bool is_lock = site.api->hazard == catalog::Hazard::lock;
    if (is_lock || kind == EndKind::if_begun || (kind == EndKind::sure && ends_surely(hazard))) {
      state_.hazards.erase(state_.hazards.begin() + static_cast<std::ptrdiff_t>(i));
    } else {
      hazard.certain = false;
      if (kind == EndKind::told) hazard.told = path_.size();
    }
    return;
  }
}

// Whether what happens now happens whenever the hazard has begun.
bool Walk::ends_surely(const Hazard& hazard) const {
  const Truth truth = happened_before(notes_.evaluator, notes_.targets, path_, hazard.path);
  return truth.must == notes_.targets.all();
}

void Walk::fork(const Site& site) {
  // What this program has not made, it does not run over: only another program's value can seem to arrive
  // here.
  if (site.call != nullptr && (!settled_.contains(&site) || !made_.contains(&site))) return;
  if (!may_fork(site) || !creates_here(site)) return;
  note_forked(site);
  if (state_.thread) note_alive(site, *state_.thread, AliveKind::in_thread, true);
  for (const Hazard& hazard : state_.hazards) {
    if (hazard.site == &site || stopped_before_forks_.contains(hazard.site)) continue;
    if (state_.thread && hazard.site == state_.thread->site) continue;
    // `(Loader if endless else DataLoader)(data)`: one call makes one of them.
    if (hazard.site != nullptr && hazard.site->call != nullptr && hazard.site->call == site.call) continue;
    // What one call makes now and then is a choice, not a thread beside a fork.
    if (hazard.path.back().item == path_.back().item) continue;
    const Truth before = happened_before_now(hazard.path);
    if (before.may == 0 || are_of_other_objects(hazard.path, path_) || exclude_each_other(hazard.path, path_))
      continue;
    note_alive(site, hazard, AliveKind::hazard,
               hazard.certain && hazard.round != Round::maybe_earlier && before.must == notes_.targets.all());
  }
}

void Walk::note_forked(const Site& site) {
  const Step& here = path_.back();
  if (here.item->call != nullptr && here.item->call == site.call) return;
  std::vector<ForkPlace>& known = notes_.forked[&site];
  const ForkPlace place{here.module, first_line_of(here)};
  if (known.size() < kMaxForkPlaces && std::find(known.begin(), known.end(), place) == known.end())
    known.push_back(place);
}

// Whether the arguments of the function around the site are those of the call that runs now.
bool Walk::knows_arguments(const Site& site) const {
  return frame_ != nullptr && site.call != nullptr && site.handover == nullptr &&
         site.function == frame_->function;
}

bool Walk::creates_here(const Site& site) const {
  return !knows_arguments(site) ||
         conditions_hold(notes_.evaluator, site, site.api->when, frame_) != Outcome::no;
}

bool Walk::may_fork(const Site& site) const {
  if (site.creates == Outcome::no || site.alive == 0) return false;
  if ((site.method.explicit_fork | site.method.unknown) != 0) return true;
  const auto found = settled_.find(&site);
  const Reach reach = found == settled_.end() ? reach_now(site) : found->second;
  if (reach.child_of && *reach.child_of != StartMethod::fork) return false;
  const TargetMask forks =
      notes_.targets.default_is(notes_.catalog, site.method.family, StartMethod::fork) | reach.forced_fork;
  return (site.alive & site.method.from_default & forks & ~reach.safe) != 0;
}

void Walk::note_alive(const Site& site, const Hazard& hazard, AliveKind kind, bool certain) {
  std::vector<Alive>& known = notes_.alive[&site];
  const auto same = std::find_if(known.begin(), known.end(), [&](const Alive& each) {
    return each.kind == kind && each.hazard == hazard.site && each.import_hazard == hazard.import;
  });
  if (same == known.end() ? known.size() >= kMaxAlive : same->certain || !certain) return;
  Alive alive{.kind = kind,
              .hazard = hazard.site,
              .import_hazard = hazard.import,
              .certain = certain,
              .entry = entry_,
              .started = hazard.path,
              .forked = path_};
  if (same == known.end()) {
    known.push_back(std::move(alive));
  } else {
    *same = std::move(alive);
  }
}

}  // namespace forklint::program
