// Which of what a worker reads only a copy of the parent's memory would hand over.
#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <set>

#include "program/call_graph.h"
#include "program/main_guard.h"
#include "program/spawn_checker.h"
#include "program/spawn_drawn.h"
#include "program/spawn_globals.h"
#include "program/spawn_names.h"
#include "program/spawn_state.h"

namespace forklint::program {

// A body on the way from the script to the site, and where it is left for the next one.
struct WayStep {
  Evaluator::Target body;
  std::uint32_t position = 0;
  std::uint32_t end = 0;  // of the loop around it, where there is one: what stands there comes round again
};

namespace {

constexpr std::uint32_t kEnd = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t kMaxDepth = 40;

std::uint32_t end_of_loops(const python::Region* region, std::uint32_t position) {
  for (; region != nullptr; region = region->outer) {
    if (region->kind == python::RegionKind::loop_body && region->stmt != nullptr)
      position = std::max(position, region->stmt->span.end);
  }
  return position;
}

class WayFinder {
 public:
  WayFinder(Evaluator& evaluator, const CallGraph& graph, const Site& site)
      : evaluator_(evaluator), graph_(graph), site_(site) {}

  // Empty where no way is known.
  std::vector<WayStep> find(const EntryPoint& entry) {
    std::vector<WayStep> way;
    if (entry.kind == EntryKind::test) {
      for (const python::Function* function : entry.module->syntax.functions()) {
        if (in_body(*entry.module, function, way)) break;
      }
    } else {
      in_body(entry.place_module(), entry.function, way);
    }
    return way;
  }

 private:
  bool in_body(const Module& module, const python::Function* function, std::vector<WayStep>& way) {
    const void* node = function == nullptr ? static_cast<const void*>(&module) : function;
    if (way.size() >= kMaxDepth || !seen_.insert(node).second) return false;
    for (const BodyItem& item : graph_.body(module, function)) {
      if (evaluator_.alive(item.region, module, way.empty()) == 0) continue;
      const std::uint32_t begin = item.span.begin;
      way.push_back({{&module, function, false}, begin, end_of_loops(item.region, begin)});
      const bool here = std::find(item.forks.begin(), item.forks.end(), &site_) != item.forks.end();
      if (here || goes_on(item, way)) return true;
      way.pop_back();
    }
    return false;
  }

  bool goes_on(const BodyItem& item, std::vector<WayStep>& way) {
    for (const auto* targets : {&item.runs, &item.enters}) {
      for (const Evaluator::Target& target : *targets) {
        if (target.function != nullptr && in_body(*target.module, target.function, way)) return true;
      }
    }
    return std::any_of(item.imports.begin(), item.imports.end(),
                       [&](const Module* imported) { return in_body(*imported, nullptr, way); });
  }

  Evaluator& evaluator_;
  const CallGraph& graph_;
  const Site& site_;
  std::unordered_set<const void*> seen_;
};

// What is called in the step's body before `end`, and all that this calls.
std::vector<Evaluator::Target> called_before(Evaluator& evaluator, const WayStep& step, std::uint32_t end,
                                             bool surely) {
  const Module& module = *step.body.module;
  std::vector<Evaluator::Target> called;
  for (const python::CallSite& call : module.syntax.calls()) {
    if (call.function != step.body.function || call.call->span.begin >= end) continue;
    const bool counts = step.body.function == nullptr ? is_under_main_guard(call.region)
                                                      : !surely || is_unconditional(call.region);
    if (!counts) continue;
    for (const Value& callee : evaluator.callees(*call.call, module).values()) {
      for (const Evaluator::Target& target : evaluator.functions_run_by(callee)) called.push_back(target);
    }
  }
  return closure_of_calls(evaluator, called);
}

// What the functions that are surely called before this place write, and it itself.
void add_writes_before(Evaluator& evaluator, const WayStep& step, GlobalUses& writes) {
  add_writes(evaluator, step.body, step.position, writes);
  for (const Evaluator::Target& target : called_before(evaluator, step, step.position, true))
    add_writes(evaluator, target, kEnd, writes);
}

// What may have been changed before this place, by what the workers do not run.
void add_changes_before(Evaluator& evaluator, const WayStep& step,
                        const std::vector<Evaluator::Target>& workers, StatePlaces& changed) {
  add_state_changed(evaluator, step.body, step.end, changed);
  for (const Evaluator::Target& target : called_before(evaluator, step, step.end, false)) {
    const bool is_of_worker =
        std::any_of(workers.begin(), workers.end(),
                    [&](const Evaluator::Target& worker) { return worker.function == target.function; });
    if (!is_of_worker) add_state_changed(evaluator, target, kEnd, changed);
  }
}

// The variable of a function that is called again, by the worker or by the main process: each call has its
// own.
bool is_made_anew(Evaluator& evaluator, const GlobalUse& read, const std::vector<Evaluator::Target>& workers,
                  const std::vector<WayStep>& way) {
  if (read.around == nullptr) return false;
  const auto is_around = [&](const Evaluator::Target& each) { return each.function == read.around; };
  return std::any_of(workers.begin(), workers.end(), is_around) ||
         std::any_of(way.begin(), way.end(), [&](const WayStep& step) {
           const auto called = called_before(evaluator, step, step.end, false);
           return is_around(step.body) || std::any_of(called.begin(), called.end(), is_around);
         });
}

bool is_imported_at_module_level(const Value& value, const python::CallSite& call) {
  return value.kind == ValueKind::instance && call.function == nullptr && !is_under_main_guard(call.region);
}

}  // namespace

void SpawnChecker::check_globals() {
  const std::vector<Evaluator::Target> workers = functions_in_workers(context_.evaluator, site_);
  if (workers.empty()) return;
  GlobalUses reads;
  GlobalUses own_writes;
  for (const Evaluator::Target& worker : workers) {
    add_reads(context_.evaluator, worker, reads);
    add_settings(context_.evaluator, worker, own_writes);
  }
  std::erase_if(reads, [&](const auto& each) { return own_writes.contains(each.first); });
  // Lambdas and nested functions are sent with nothing around them: what they lack is told of already.
  for (const auto& [key, read] : reads) {
    if (read.name == nullptr) continue;
    check_imported_primitive(read);
    check_drawn(read);
  }
  const auto found = context_.reaches.find(&site_);
  if (found == context_.reaches.end()) return;
  // Where something else keeps a fix from being safe, nobody asks what may have happened.
  const bool may_be_safe =
      safety_.unknown.empty() && std::none_of(found->second.begin(), found->second.end(),
                                              [](const Reach& reach) { return reach.entry == nullptr; });
  StatePlaces changed;
  std::set<std::pair<const Module*, const python::Function*>> asked;
  for (const Reach& reach : found->second) {
    if (reach.entry == nullptr || !asked.insert({reach.entry->module, reach.entry->function}).second)
      continue;
    if (reach.entry->kind == EntryKind::test && !may_be_safe) continue;
    const std::vector<WayStep> way = WayFinder(context_.evaluator, context_.graph, site_).find(*reach.entry);
    if (reach.entry->kind != EntryKind::test) check_written(*reach.entry, way, workers, reads);
    if (!may_be_safe) continue;
    for (const WayStep& step : way) add_changes_before(context_.evaluator, step, workers, changed);
  }
  check_changed(changed, workers);
}

// What is surely there, or surely set, when the processes are created.
void SpawnChecker::check_written(const EntryPoint& entry, const std::vector<WayStep>& way,
                                 const std::vector<Evaluator::Target>& workers, const GlobalUses& reads) {
  GlobalUses writes;
  for (const WayStep& step : way) add_writes_before(context_.evaluator, step, writes);
  for (const auto& [key, read] : reads) {
    if (entry.runs_as_main() && read.owner == entry.module &&
        is_bound_under_main_guard_only(*entry.module, key.second)) {
      add_bound_under_guard(read, *entry.module);
    } else if (const auto write = writes.find(key);
               write != writes.end() && !is_made_anew(context_.evaluator, read, workers, way)) {
      add_inherited(read, write->second);
    }
  }
}

void SpawnChecker::check_changed(const StatePlaces& changed, const std::vector<Evaluator::Target>& workers) {
  if (changed.empty()) return;
  StatePlaces read;
  StatePlaces own_changes;
  for (const Evaluator::Target& worker : workers) {
    add_state_read(context_.evaluator, worker, read);
    add_state_changed(context_.evaluator, worker, kEnd, own_changes);
  }
  for (const auto& [key, place] : read) {
    const auto change = changed.find(key);
    if (change != changed.end() && !own_changes.contains(key)) add_possibly_inherited(place, change->second);
  }
}

void SpawnChecker::add_possibly_inherited(const StatePlace& read, const StatePlace& change) {
  const bool is_known =
      std::any_of(safety_.obstacles.begin(), safety_.obstacles.end(), [&](const SpawnObstacle& each) {
        return each.reader == read.module && (each.read.contains(read.span) || read.span.contains(each.read));
      });
  if (is_known) return;
  const std::string name(read.module->syntax.source().text(read.span));
  safety_.obstacles.push_back(
      {.kind = ObstacleKind::inherited_global,
       .cause = ObstacleCause::filled,
       .weight = ObstacleWeight::warn,
       .certain = false,
       .module = change.module,
       .span = change.span,
       .what = fmt::format("'{}', which the main process may change after import,", name),
       .reader = read.module,
       .read = read.span});
}

void SpawnChecker::check_imported_primitive(const GlobalUse& read) {
  const ValueSet values = context_.evaluator.values(*read.name, *read.module);
  const Value* value = values.single();
  if (value == nullptr || value->api == nullptr || value->api->primitive_family.empty() ||
      value->expr == nullptr)
    return;
  const python::CallSite* call =
      value->module->syntax.site_of(static_cast<const python::Call&>(*value->expr));
  if (call == nullptr || !is_imported_at_module_level(*value, *call)) return;
  safety_.obstacles.push_back({.kind = ObstacleKind::inherited_global,
                               .cause = ObstacleCause::imported_primitive,
                               .certain = site_.certain,
                               .module = value->module,
                               .span = value->expr->span,
                               .what = fmt::format("'{}', which is made at module level", read.name->id),
                               .reader = read.module,
                               .read = read.span});
}

void SpawnChecker::check_drawn(const GlobalUse& read) {
  const Module* owner = nullptr;
  const python::Call* draw = drawn_at_import(context_.evaluator, *read.name, *read.module, owner);
  if (draw == nullptr) return;
  safety_.obstacles.push_back({.kind = ObstacleKind::inherited_global,
                               .cause = ObstacleCause::drawn_at_import,
                               .weight = ObstacleWeight::warn,
                               .certain = false,
                               .module = owner,
                               .span = draw->span,
                               .what = fmt::format("'{}'", read.name->id),
                               .reader = read.module,
                               .read = read.span});
}

void SpawnChecker::add_bound_under_guard(const GlobalUse& read, const Module& entry) {
  const python::Binding* binding = entry.syntax.scope().names.at(read.name->id).front();
  safety_.obstacles.push_back({.kind = ObstacleKind::inherited_global,
                               .cause = ObstacleCause::bound_under_guard,
                               .certain = site_.certain,
                               .module = &entry,
                               .span = binding->span,
                               .what = fmt::format("'{}', which only the main guard binds", read.name->id),
                               .error = fmt::format("NameError: name '{}' is not defined", read.name->id),
                               .reader = read.module,
                               .read = read.span,
                               .entry = &entry});
}

void SpawnChecker::add_inherited(const GlobalUse& read, const GlobalUse& write) {
  const std::string name(read.module->syntax.source().text(read.span));
  safety_.obstacles.push_back({.kind = ObstacleKind::inherited_global,
                               .cause = write.fills ? ObstacleCause::filled : ObstacleCause::rebound,
                               .weight = ObstacleWeight::warn,
                               .certain = site_.certain,
                               .module = write.module,
                               .span = write.span,
                               .what = fmt::format("'{}', which the main process {} after import", name,
                                                   write.fills ? "fills" : "sets"),
                               .reader = read.module,
                               .read = read.span});
}

}  // namespace forklint::program
