#include "program/spawn_checker.h"

#include <fmt/format.h>

#include <algorithm>

#include "program/method_choice.h"
#include "program/spawn_import.h"
#include "program/spawn_names.h"
#include "program/spawn_workers.h"

namespace forklint::program {
namespace {

using catalog::Creates;

// Parameters that take what the process runs, not what it is given.
constexpr std::string_view kCallables[] = {"target", "fn", "initializer", "collate_fn", "worker_init_fn"};

bool takes_callable(std::string_view parameter) {
  return std::find(std::begin(kCallables), std::end(kCallables), parameter) != std::end(kCallables);
}

bool is_about_name(ObstacleCause cause) {
  switch (cause) {
    case ObstacleCause::lambda:
    case ObstacleCause::nested_function:
    case ObstacleCause::guarded_definition:
    case ObstacleCause::of_notebook:
    case ObstacleCause::private_method:
      return true;
    default:
      return false;
  }
}

// Making a loader, an executor or a Process starts nothing yet: what is done with it does.
bool is_seen_to_start(const Site& site) {
  const catalog::Api& api = *site.api;
  if (api.created_by.empty() && api.forks_by.empty()) return true;
  return std::any_of(site.uses.begin(), site.uses.end(), [&](const InstanceUse& use) {
    const auto is_use = [&](std::string_view method) { return method == use.method; };
    return std::any_of(api.created_by.begin(), api.created_by.end(), is_use) ||
           std::any_of(api.forks_by.begin(), api.forks_by.end(), is_use);
  });
}

constexpr std::string_view kMixedContext =
    "RuntimeError: A SemLock created in a fork context is being shared with a process in a spawn context.";

}  // namespace

SpawnSafety SpawnChecker::check() {
  // What is not multiprocessing's own may send things in another way: `multiprocess` pickles lambdas.
  const bool is_other = !site_.family.empty() && site_.family != "multiprocessing";
  const bool is_asked = !is_other && site_.kind == SiteKind::call && site_.call != nullptr &&
                        site_.alive != 0 && site_.api->creates != Creates::nothing &&
                        !site_.api->pickled.empty();
  if (!is_asked) return {};
  for (const Evaluator::Target& worker : functions_in_workers(context_.evaluator, site_))
    in_worker_.insert(worker.function);
  for (const std::string_view parameter : site_.api->pickled) check_parameter(parameter);
  check_object();
  check_notebook();
  check_main_guard();
  check_globals();
  return std::move(safety_);
}

// What is sent is what is there when the process starts.
PickleMoment SpawnChecker::moment() const {
  PickleMoment moment{.module = site_.module,
                      .function = site_.function,
                      .position = site_.span.end,
                      .in_worker = &in_worker_};
  for (const InstanceUse& use : site_.uses) {
    if (!site_.is_creating(use) || use.call == nullptr) continue;
    return {.module = use.module,
            .function = use.call->function,
            .position = use.span.end,
            .in_worker = &in_worker_};
  }
  return moment;
}

void SpawnChecker::check_parameter(std::string_view parameter) {
  const BoundArgument bound = argument_of(context_.evaluator, site_, parameter);
  if (bound.supplied == Supplied::no) return;
  Pickling pickling(context_.evaluator, context_.catalog, moment());
  Span argument;
  if (site_.handover == nullptr && bound.written != nullptr) {
    if (bound.module == site_.module) argument = bound.written->span;
    pickling.add(*bound.written->value, *bound.module);
  } else {
    for (const Value& value : bound.values.values()) pickling.add(value, *site_.call->call, *site_.module);
  }
  if (bound.values.open() || bound.supplied == Supplied::maybe || !pickling.all_known())
    safety_.unknown.push_back(parameter);
  std::vector<PickledPart> parts = pickling.take_parts();
  if (bound.supplied == Supplied::maybe || (site_.handover != nullptr && bound.values.single() == nullptr)) {
    for (PickledPart& part : parts) part.certain = false;
  }
  add(std::move(parts), parameter, argument);
}

// A class that derives from Process is sent itself, with all that it holds.
void SpawnChecker::check_object() {
  const auto& pickled = site_.api->pickled;
  const bool is_process = std::find(pickled.begin(), pickled.end(), "target") != pickled.end();
  if (site_.subclass == nullptr || !is_process) return;
  Pickling pickling(context_.evaluator, context_.catalog, moment());
  pickling.add_instance(*site_.subclass, *site_.subclass_module);
  if (!pickling.all_known()) safety_.unknown.emplace_back("self");
  add(pickling.take_parts(), "", {});
}

void SpawnChecker::add(std::vector<PickledPart> parts, std::string_view parameter, Span argument) {
  for (PickledPart& part : parts) {
    const bool is_target = takes_callable(parameter) && part.attribute.empty() && is_about_name(part.cause);
    SpawnObstacle obstacle{
        .kind = is_target ? ObstacleKind::unpicklable_target : ObstacleKind::unpicklable_argument,
        .cause = part.cause,
        .certain = part.certain && site_.certain,
        .module = part.module,
        .span = part.span,
        .parameter = parameter,
        .argument = argument,
        .what = std::move(part.what),
        .error = std::move(part.error),
        .function = part.function,
        .keeps_name = part.keeps_name,
        .class_ = part.class_};
    if (!part.attribute.empty() && !obstacle.what.empty())
      obstacle.what += fmt::format(" in '{}'", part.attribute);
    if (part.primitive != nullptr) {
      add_primitive(std::move(obstacle), *part.primitive);
    } else {
      safety_.obstacles.push_back(std::move(obstacle));
    }
  }
}

void SpawnChecker::add_primitive(SpawnObstacle obstacle, const python::Expr& call) {
  const auto found = std::find_if(context_.sites.begin(), context_.sites.end(), [&](const auto& site) {
    return site->call != nullptr && site->call->call == &call && !site->api->primitive_family.empty();
  });
  if (found == context_.sites.end()) return;
  const Site& primitive = **found;
  const bool is_explicit = primitive.callee.of_context && primitive.callee.method.has_value();
  if (primitive.callee.method_unknown || (is_explicit && *primitive.callee.method != StartMethod::fork))
    return;
  // The process and the primitive ask the same default context.
  const bool same_default = !is_explicit && site_.method.safe == 0 && site_.method.explicit_fork == 0;
  const TargetMask forks = is_explicit ? primitive.alive : default_forks_surely(context_, primitive);
  if (forks == 0 && !same_default) return;
  obstacle.kind = ObstacleKind::mixed_context;
  obstacle.cause = is_explicit ? ObstacleCause::foreign_primitive : ObstacleCause::default_primitive;
  obstacle.what = fmt::format("a primitive of {} context, '{}'", is_explicit ? "the fork" : "the default",
                              primitive.name);
  obstacle.error = kMixedContext;
  // One supported version on which it fails is enough.
  obstacle.certain = obstacle.certain && primitive.certain && forks != 0;
  obstacle.primitive = &primitive;
  safety_.obstacles.push_back(std::move(obstacle));
}

// What pools and executors are given later to run: `pool.map(work, ...)`.
void SpawnChecker::check_notebook() {
  for (const Evaluator::Target& worker : functions_in_workers(context_.evaluator, site_)) {
    const bool is_known =
        std::any_of(safety_.obstacles.begin(), safety_.obstacles.end(), [&](const SpawnObstacle& each) {
          return each.function == worker.function && worker.function != nullptr;
        });
    if (is_known || worker.function == nullptr || worker.function->class_ != nullptr ||
        worker.module->syntax.source().notebook() == nullptr)
      continue;
    const std::string_view name = worker.function->name;
    if (name.empty() || is_nested(*worker.function)) continue;
    safety_.obstacles.push_back(
        {.kind = ObstacleKind::unpicklable_target,
         .cause = ObstacleCause::of_notebook,
         .certain = site_.certain,
         .module = worker.module,
         .span = worker.function->name_span,
         .what = fmt::format("the function '{}' of a notebook", name),
         .error =
             fmt::format("AttributeError: Can't get attribute '{}' on <module '__main__' (built-in)>", name),
         .function = worker.function});
  }
}

void SpawnChecker::check_main_guard() {
  const auto found = context_.reaches.find(&site_);
  if (found == context_.reaches.end()) return;
  std::unordered_set<const Module*> asked;
  for (const Reach& reach : found->second) {
    // A child imports the script anew; what console scripts and tests import has no guard to miss.
    if (reach.entry == nullptr || !reach.entry->runs_as_main()) continue;
    const Module& script = *reach.entry->module;
    if (!asked.insert(&script).second) continue;
    const std::optional<ImportedStart> start =
        start_at_import(context_.evaluator, context_.graph, script, site_);
    if (!start) continue;
    safety_.obstacles.push_back(
        {.kind = ObstacleKind::missing_main_guard,
         .cause = ObstacleCause::runs_at_import,
         .certain = start->certain && site_.creates == Outcome::yes && is_seen_to_start(site_),
         .module = &script,
         .span = start->span,
         .what = "code that runs when the script is imported",
         .error = "RuntimeError: An attempt has been made to start a new process before the current process "
                  "has finished its bootstrapping phase.",
         .entry = &script});
  }
}

TargetMask default_forks_surely(const SpawnContext& context, const Site& site) {
  TargetMask forks = site.alive & context.targets.default_is(context.catalog, site.family, StartMethod::fork);
  const auto found = context.reaches.find(&site);
  if (found == context.reaches.end()) return forks;
  for (const Reach& reach : found->second) {
    if (reach.child_of && *reach.child_of != StartMethod::fork) return 0;
    if (!reach.maybe.empty()) return 0;
    forks &= ~(reach.safe | reach.unknown);
  }
  return forks;
}

bool spawns_surely(const SpawnContext& context, const Site& site) {
  const MethodChoice& method = site.method;
  if (site.creates == Outcome::no || site.alive == 0 || method.explicit_fork != 0 || method.unknown != 0)
    return false;
  TargetMask safe = method.safe;
  if (method.from_default != 0) {
    const TargetMask forks = context.targets.default_is(context.catalog, method.family, StartMethod::fork);
    TargetMask set = ~TargetMask{0};
    const auto found = context.reaches.find(&site);
    if (found == context.reaches.end()) set = 0;
    if (found != context.reaches.end()) {
      for (const Reach& reach : found->second) {
        if (reach.forced_fork != 0 || reach.unknown != 0 || !reach.maybe.empty()) return false;
        const bool in_spawned = reach.child_of && *reach.child_of != StartMethod::fork;
        if (!in_spawned) set &= reach.safe;
      }
    }
    safe |= method.from_default & (set | ~forks);
  }
  return (safe & site.alive) == site.alive;
}

}  // namespace forklint::program
