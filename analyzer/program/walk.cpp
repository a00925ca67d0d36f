#include "program/walk.h"

#include <algorithm>
#include <ranges>
#include <utility>

#include "program/handover.h"

namespace forklint::program {
namespace {

using catalog::Creates;

constexpr std::size_t kMaxDepth = 60;
// In how many situations a function is followed: what more would show is not worth its cost.
constexpr std::size_t kMaxSituations = 6;
// And one of which the arguments decide what it does.
constexpr std::size_t kMaxCalls = 12;
// How far what is not followed again is searched for what it ends.
constexpr std::size_t kMaxEndSteps = 100;
// How often one is followed for all functions of a module that nobody calls.
constexpr std::size_t kMaxRuns = 96;

// `function(self, *args, **kwargs)`: nothing of its own.
bool passes_on(const python::Call& call) {
  return std::all_of(call.arguments.begin(), call.arguments.end(), [](const python::Argument& argument) {
    return argument.kind == python::ArgumentKind::star ||
           argument.kind == python::ArgumentKind::double_star ||
           (argument.kind == python::ArgumentKind::positional &&
            argument.value->kind == python::ExprKind::name);
  });
}

bool is_threads(const Site& site) {
  return site.api->creates == Creates::nothing && site.api->hazard == catalog::Hazard::python_threads;
}

}  // namespace

void Walk::run_module(const Module& module, bool is_main) {
  if (imported_.insert(&module).second) run_body(module, nullptr, is_main);
}

void Walk::import_packages(const Module& module) {
  for (const Module* package : notes_.graph.packages_around(module)) run_module(*package, false);
}

void Walk::import_module(const Module& module) {
  import_packages(module);
  run_module(module, false);
}

std::size_t Walk::situation(Part part) const {
  const std::size_t place = (state_.child ? 1U : 0U) + (state_.thread ? 2U : 0U) + (is_failing_ ? 4U : 0U);
  const std::size_t now = ((state_.settings.size() * 64 + state_.hazards.size()) * 8 + place) * 4 +
                          static_cast<std::size_t>(part);
  return wrapped_.empty() ? now : now ^ std::hash<const void*>{}(wrapped_.back().function.function);
}

void Walk::run_function(const Evaluator::Target& target) {
  const bool is_inside = std::any_of(wrapped_.begin(), wrapped_.end(), [&](const Wrapped& wrapped) {
    return wrapped.function.function == target.function;
  });
  if (is_inside || notes_.graph.wrappers().of(*target.function).empty()) {
    run_plain(target, Part::whole);
    return;
  }
  run_wrapped(target, 0,
              next_frame_ != nullptr && next_frame_->function == target.function ? next_frame_ : nullptr);
  // A wrapper that is not seen to call what it wraps does so in a way that is not understood.
  if (!visited_.contains(target.function)) run_hidden(target);
}

// In the process that the wrapper starts, if it starts one that inherits nothing: what else is it for?
void Walk::run_hidden(const Evaluator::Target& target) {
  const auto is_fresh = [](const Site* site) { return starts_fresh(*site); };
  const auto starts_process = [&](const Wrapper& wrapper) {
    const std::vector<BodyItem>& items =
        notes_.graph.body(*wrapper.function.module, wrapper.function.function);
    return std::any_of(items.begin(), items.end(), [&](const BodyItem& item) {
      return std::any_of(item.forks.begin(), item.forks.end(), is_fresh);
    });
  };
  const std::vector<Wrapper>& wrappers = notes_.graph.wrappers().of(*target.function);
  if (std::none_of(wrappers.begin(), wrappers.end(), starts_process)) {
    run_plain(target, Part::whole);
    return;
  }
  const State before = state_;
  state_.hazards.clear();
  state_.thread.reset();
  state_.child = StartMethod::spawn;
  run_plain(target, Part::whole);
  state_ = before;
}

// What the call runs: where it is a method of an object that these arguments decide, that of its class only.
std::vector<Evaluator::Target> Walk::targets_of(const BodyItem& item) const {
  const auto* callee =
      item.call == nullptr ? nullptr : python::as<python::Attribute>(item.call->call->callee);
  if (frame_ == nullptr || callee == nullptr || item.runs.empty()) return item.runs;
  const Module& module = *path_.back().module;
  if (!names_parameter(*callee->value, module, *frame_->function)) return item.runs;
  const ValueSet objects = notes_.evaluator.values(*callee->value, module, frame_);
  if (objects.open() || objects.empty()) return item.runs;
  std::vector<Evaluator::Target> targets;
  for (const Value& object : objects.values()) {
    if (is_scalar(object)) continue;
    if (object.kind != ValueKind::instance || object.class_ == nullptr) return item.runs;
    const python::Function* method = notes_.evaluator.method_of(*object.module, *object.class_, callee->name);
    const auto same = std::find_if(item.runs.begin(), item.runs.end(), [&](const Evaluator::Target& target) {
      return target.function == method && target.skip_first;
    });
    if (same == item.runs.end()) continue;
    targets.push_back(*same);
    targets.back().self = Evaluator::Target::Self::of_class;
    targets.back().self_class = object.class_;
    targets.back().self_module = object.module;
  }
  return targets;
}

// With the arguments of the call, as far as those around it are known.
void Walk::run_called(const BodyItem& item, const Evaluator::Target& target) {
  if (!is_own_method(target)) return;
  if (item.call == nullptr) {
    next_self_ = self_of(target);
    run_function(target);
    return;
  }
  const Module& module = *path_.back().module;
  const bool by_text = target.self != Evaluator::Target::Self::replaces;
  if (by_text && frame_ != nullptr && !notes_.frames.allow_run(item, *target.function, module, *frame_))
    return;
  const std::optional<Frame> maker = frame_of_maker(item, *target.function);
  Self self = self_of(target);
  const std::unique_ptr<Construction> made = object_of(item, target);
  if (made != nullptr) self.object = made.get();
  const Frame frame = notes_.evaluator.frame_of(*target.function, {&module, item.call, target.skip_first},
                                                maker ? &*maker : frame_, self.object);
  next_frame_ = &frame;
  next_self_ = self;
  run_function(target);
  next_frame_ = nullptr;
}

// `decorate(work)(4)`: the arguments of the call that made the function which is called.
std::optional<Frame> Walk::frame_of_maker(const BodyItem& item, const python::Function& function) const {
  const auto* made = python::as<python::Call>(item.call->call->callee);
  const python::Function* maker = made == nullptr ? nullptr : function_around(function);
  if (maker == nullptr) return std::nullopt;
  const Module& module = *path_.back().module;
  const python::CallSite* site = module.syntax.site_of(*made);
  const ValueSet callees = notes_.evaluator.callees(*made, module);
  const Value* callee = callees.single();
  if (site == nullptr || callee == nullptr || callee->function != maker) return std::nullopt;
  return notes_.evaluator.frame_of(*maker, {&module, site, callee->kind == ValueKind::method}, frame_);
}

std::unique_ptr<Construction> Walk::object_of(const BodyItem& item, const Evaluator::Target& target) const {
  if (target.self != Evaluator::Target::Self::of_class ||
      !notes_.frames.needs(*target.module, *target.function).object)
    return nullptr;
  const Module& here = *path_.back().module;
  const Value class_{.kind = ValueKind::class_, .module = target.self_module, .class_ = target.self_class};
  const auto* callee = python::as<python::Attribute>(item.call->call->callee);
  if (target.function->name == "__init__")
    return notes_.evaluator.construction_of(class_, {&here, item.call, true}, frame_);
  if (callee == nullptr) return nullptr;
  // One object of the class: of several it is not known which one is meant.
  const python::Call* made = nullptr;
  const ValueSet objects = notes_.evaluator.values(*callee->value, here, frame_);
  for (const Value& object : objects.values()) {
    if (object.kind != ValueKind::instance || object.class_ != target.self_class) continue;
    const auto* call = python::as<python::Call>(object.expr);
    if (call == nullptr || (made != nullptr && made != call)) return nullptr;
    made = call;
  }
  const Module* module = made == nullptr ? nullptr : module_of(*made);
  if (module == nullptr) return nullptr;
  const python::CallSite* site = module->syntax.site_of(*made);
  return notes_.evaluator.construction_of(class_, {module, site, true}, frame_around(*site));
}

// The module of a call that stands in what runs now.
const Module* Walk::module_of(const python::Call& call) const {
  for (const Step& step : path_ | std::views::reverse) {
    if (step.module->syntax.site_of(call) != nullptr) return step.module;
  }
  const bool is_of_class = self_.module != nullptr && self_.module->syntax.site_of(call) != nullptr;
  return is_of_class ? self_.module : nullptr;
}

// The arguments of the function in which the call stands, as far as they are known now.
const Frame* Walk::frame_around(const python::CallSite& site) const {
  for (const Frame* at = frame_; at != nullptr; at = at->caller) {
    if (at->function == site.function) return at;
  }
  if (self_.object == nullptr) return nullptr;
  for (const auto& each : self_.object->constructors) {
    if (each->function == site.function) return each.get();
  }
  return nullptr;
}

bool Walk::is_own_method(const Evaluator::Target& target) const {
  const bool is_same = target.self == Evaluator::Target::Self::same;
  if (!is_same && target.self != Evaluator::Target::Self::replaces) return true;
  if (self_.class_ == nullptr) return is_same;
  const python::Function* method =
      notes_.evaluator.method_of(*self_.module, *self_.class_, target.function->name);
  return method == target.function;
}

Walk::Self Walk::self_of(const Evaluator::Target& target) const {
  if (target.self == Evaluator::Target::Self::of_class) return {target.self_module, target.self_class, {}};
  return target.self == Evaluator::Target::Self::unknown ? Self{} : self_;
}

bool Walk::is_handled(const BodyItem& item, const Site& site) {
  return frame_ == nullptr || item.subjects.empty() ||
         notes_.frames.allow_site(item, site, *path_.back().module, *frame_);
}

void Walk::run_wrapped(const Evaluator::Target& target, std::size_t wrapper, const Frame* frame) {
  const std::vector<Wrapper>& wrappers = notes_.graph.wrappers().of(*target.function);
  if (wrapper == wrappers.size()) {
    next_frame_ = frame;
    run_plain(target, Part::whole);
    return;
  }
  wrapped_.push_back({wrappers[wrapper].decorator, target, wrapper + 1, frame});
  run_plain(wrappers[wrapper].function, Part::whole);
  wrapped_.pop_back();
}

void Walk::run_decorated(const BodyItem& item) {
  for (const Wrapped& wrapped : wrapped_ | std::views::reverse) {
    if (wrapped.decorator != item.runs_wrapped) continue;
    const Wrapped current = wrapped;
    const bool is_same_call = item.call != nullptr && passes_on(*item.call->call);
    run_wrapped(current.function, current.next, is_same_call ? current.frame : nullptr);
    return;
  }
}

void Walk::run_plain(const Evaluator::Target& target, Part part) {
  if (path_.size() >= kMaxDepth) return;
  const bool has_frame = next_frame_ != nullptr && next_frame_->function == target.function;
  const CallFrames::Needs needs =
      has_frame ? notes_.frames.needs(*target.module, *target.function) : CallFrames::Needs{};
  const bool decides = needs.arguments || (needs.object && next_frame_->object != nullptr);
  const Frame* const frame = decides && notes_.frames.spend() ? next_frame_ : nullptr;
  next_frame_ = nullptr;
  const Self self = std::exchange(next_self_, {});
  // Once more when something came in between: that way to reach it is another one. So is a call whose
  // arguments decide what happens, unless the function calls itself.
  std::size_t here = situation(part);
  if (frame != nullptr && !is_open(*target.function)) here ^= (frame->number + std::size_t{1}) << 32U;
  here ^= std::hash<const void*>{}(self.class_);
  std::size_t& runs = visited_[target.function];
  auto& situations = followed_[target.function];
  const std::size_t most = frame == nullptr && self.class_ == nullptr ? kMaxSituations : kMaxCalls;
  if (runs >= kMaxRuns || situations.size() >= most || !situations.insert(here).second) {
    std::size_t steps = kMaxEndSteps;
    if (!state_.hazards.empty()) end_in(target, steps);
    return;
  }
  ++runs;
  const Frame* const around = std::exchange(frame_, frame);
  const Self self_around = std::exchange(self_, self);
  run_body(*target.module, target.function, false, part);
  frame_ = around;
  self_ = self_around;
  if (part == Part::whole) drop_ended(*target.function);
}

// What a function that is not followed once more ends: that costs little, and without it nothing would.
void Walk::end_in(const Evaluator::Target& target, std::size_t& steps) {
  if (path_.size() >= kMaxDepth || !notes_.graph.ends(*target.function)) return;
  for (const BodyItem& item : notes_.graph.body(*target.module, target.function)) {
    if (steps == 0) return;
    --steps;
    path_.push_back({&item, target.module, false});
    for (const auto& [site, kind] : item.ends) end(*site, kind);
    for (const Evaluator::Target& inner : item.runs) end_in(inner, steps);
    path_.pop_back();
  }
  drop_ended(*target.function);
}

bool Walk::is_open(const python::Function& function) const {
  for (const Frame* at = frame_; at != nullptr; at = at->caller) {
    if (at->function == &function) return true;
  }
  return false;
}

void Walk::run_alone(const Evaluator::Target& target, bool is_first) {
  if (is_first) followed_.clear();
  const State before = state_;
  const auto made = made_;
  run_function(target);
  state_ = before;
  made_ = made;
}

void Walk::run_test(const TestRun& run) {
  notes_.frames.begin_run();
  const State before = state_;
  const auto made = made_;
  for (const Evaluator::Target& target : run.before) {
    visited_[target.function];
    run_body(*target.module, target.function, false,
             target.function->is_generator ? Part::before_yield : Part::whole);
  }
  run_function(run.test);
  state_ = before;
  made_ = made;
}

void Walk::add_visited_to(std::unordered_set<const void*>& functions_and_modules) const {
  for (const auto& [function, runs] : visited_) functions_and_modules.insert(function);
  functions_and_modules.insert(imported_.begin(), imported_.end());
}

void Walk::run_item(const BodyItem& item) {
  for (const Module* module : item.imports) run_module(*module, false);
  for (const catalog::ImportHazard* hazard : item.import_hazards) start(nullptr, hazard);
  for (const Site* site : item.makes) made_.insert_or_assign(site, site->api->hazard_held ? path_ : Path{});
  ever_made_.insert(item.makes.begin(), item.makes.end());
  for (const Site* site : item.sites) {
    if (is_handled(item, *site)) reach(*site);
  }
  for (const Site* site : item.forks) {
    if (is_handled(item, *site)) fork(*site);
  }
  for (const auto& [site, kind] : item.ends) {
    if (is_handled(item, *site)) end(*site, kind);
  }
  for (const Evaluator::Target& target : targets_of(item)) run_called(item, target);
  for (const Evaluator::Target& target : item.enters) run_plain(target, Part::before_yield);
  for (const Evaluator::Target& target : item.leaves) run_plain(target, Part::after_yield);
  if (item.runs_wrapped != nullptr) run_decorated(item);
  for (const Site* site : item.starts) {
    if (is_handled(item, *site) && !is_made_elsewhere(item, *site)) start(site, nullptr);
  }
  if (!item.handed.empty()) run_handed(item);
  for (const Evaluator::Target& target : item.before_forks) note_stopped(*target.module, *target.function);
}

// Of the instances that can be meant, those that this run has made; or those that any has, as what makes them
// may not be followed once more.
bool Walk::is_made_elsewhere(const BodyItem& item, const Site& site) const {
  const auto is_alternative = [&](const Site& each) {
    return each.call != nullptr && each.call != item.call && !each.api->hazard_by.empty();
  };
  const auto others_only = [&](const auto& made) {
    return !made.contains(&site) &&
           std::any_of(item.starts.begin(), item.starts.end(),
                       [&](const Site* other) { return is_alternative(*other) && made.contains(other); });
  };
  if (!is_alternative(site)) return false;
  // What a test makes is in the runs of that test only.
  const bool is_of_this_run = entry_ != nullptr && entry_->module == site.module;
  if (is_test(*site.module) && !is_of_this_run && !ever_made_.contains(&site)) return true;
  return others_only(made_) || others_only(ever_made_);
}

// What a function that runs before every fork ends is not alive at one.
void Walk::note_stopped(const Module& module, const python::Function& function) {
  std::vector<Evaluator::Target> open{{&module, &function, false}};
  std::unordered_set<const python::Function*> seen{&function};
  while (!open.empty()) {
    const Evaluator::Target next = open.back();
    open.pop_back();
    for (const BodyItem& item : notes_.graph.body(*next.module, next.function)) {
      for (const auto& [site, kind] : item.ends) stopped_before_forks_.insert(site);
      for (const Evaluator::Target& target : item.runs) {
        if (seen.insert(target.function).second) open.push_back(target);
      }
    }
  }
}

// In the process or thread that the call starts, or here: by code that is not ours.
void Walk::run_handed(const BodyItem& item) {
  const bool in_child = !item.forks.empty() || !item.workers.empty();
  const auto thread = std::find_if(item.starts.begin(), item.starts.end(),
                                   [](const Site* site) { return is_threads(*site); });
  if (!in_child && thread == item.starts.end()) {
    // Code that is not ours may keep it for another time: what begins in it is alive only there.
    const std::vector<Hazard> hazards = state_.hazards;
    for (const Evaluator::Target& target : item.handed) run_function(target);
    if (!item.runs_handed) state_.hazards = hazards;
    return;
  }
  const State before = state_;
  if (in_child) {
    // No thread of the parent lives in the child; what the child sets is its own affair.
    state_.hazards.clear();
    state_.thread.reset();
    const auto is_fresh = [](const Site* site) { return starts_fresh(*site); };
    if (std::any_of(item.forks.begin(), item.forks.end(), is_fresh) ||
        std::any_of(item.workers.begin(), item.workers.end(), is_fresh))
      state_.child = StartMethod::spawn;
  } else {
    state_.thread = Hazard{*thread, nullptr, true, path_};
  }
  const State begun = state_;
  for (const Evaluator::Target& target : item.handed) {
    // One process or thread runs the `run` of one class.
    if (target.self == Evaluator::Target::Self::of_class) state_ = begun;
    next_self_ = self_of(target);
    run_function(target);
  }
  if (in_child) {
    state_ = before;
  } else {
    state_.thread = before.thread;
  }
}

}  // namespace forklint::program
