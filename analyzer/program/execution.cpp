#include "program/execution.h"

#include <algorithm>
#include <functional>

#include "program/main_guard.h"
#include "program/method_choice.h"
#include "program/test_runs.h"
#include "program/walk.h"

namespace forklint::program {
namespace {

using python::RegionKind;

// The try statement that swallows what a failing set_start_method raises; null for none.
const python::Region* swallowing_try(const python::Region* region) {
  for (; region != nullptr; region = region->outer) {
    if (region->kind != RegionKind::try_body) continue;
    const auto* attempt = python::as<python::Try>(region->stmt);
    if (attempt == nullptr) continue;
    for (const python::Handler& handler : attempt->handlers) {
      const auto* type = python::as<python::Name>(handler.type);
      const bool catches = handler.type == nullptr ||
                           (type != nullptr && (type->id == "RuntimeError" || type->id == "Exception"));
      const bool ignores = handler.body.size() == 1 && handler.body.front()->kind == python::StmtKind::simple;
      if (catches && ignores) return region;
    }
  }
  return nullptr;
}

bool is_forced(Evaluator& evaluator, const Site& site) {
  const BoundArgument forced = argument_of(evaluator, site, "force");
  const Value* value = forced.values.single();
  return value != nullptr && value->kind == ValueKind::boolean && value->integer != 0;
}

// `set_start_method(before, force=True)` with what `get_start_method()` gave: puts back what was there.
bool puts_back(Evaluator& evaluator, const Site& site) {
  const BoundArgument method = argument_of(evaluator, site, "method");
  const python::Expr* value = method.written == nullptr ? nullptr : method.written->value;
  if (const auto* name = python::as<python::Name>(value)) {
    const python::Use use = method.module->syntax.use_of(*name);
    value = use.bindings.size() == 1 ? use.bindings.front()->value : nullptr;
  }
  const auto* call = python::as<python::Call>(value);
  if (call == nullptr) return false;
  const ValueSet callees = evaluator.callees(*call, *method.module);
  return callees.single() != nullptr && external_name(*callees.single()).ends_with(".get_start_method");
}

}  // namespace

WalkNotes Execution::notes() {
  return {evaluator_, catalog_, targets_, graph_,   frames_, holders_,
          reaches_,   alive_,   forked_,  misuses_, bodies_};
}

void Execution::run() {
  Reached reached;
  for (const auto& entry : entries_) {
    if (entry->kind != EntryKind::test) run_entry(*entry, reached);
  }
  for (const auto& module : modules_) {
    if (!is_test(*module)) run_unreached(*module, reached);
  }
  for (const auto& entry : entries_) {
    if (entry->kind == EntryKind::test) run_tests(*entry, reached);
  }
  note_misplaced();
}

void Execution::run_entry(const EntryPoint& entry, Reached& reached) {
  const std::vector<const Module*> packages = graph_.packages_around(*entry.module);
  const bool leads = graph_.leads(*entry.module, nullptr) ||
                     (entry.function != nullptr && graph_.leads(*entry.function_module, entry.function)) ||
                     std::any_of(packages.begin(), packages.end(),
                                 [&](const Module* package) { return graph_.leads(*package, nullptr); });
  if (!leads) return;
  frames_.begin_run();
  Walk walk(notes(), &entry);
  if (!entry.runs_as_main()) {
    walk.import_module(*entry.module);
  } else {
    if (entry.kind == EntryKind::main_module) walk.import_packages(*entry.module);
    walk.run_module(*entry.module, true);
  }
  if (entry.function != nullptr) walk.run_function({entry.function_module, entry.function, false});
  walk.add_visited_to(reached);
}

std::vector<const python::Function*> Execution::unreached_in(const Module& module,
                                                             const Reached& reached) const {
  std::vector<const python::Function*> unreached;
  for (const python::Function* function : module.syntax.functions()) {
    if (graph_.leads(module, function) && !reached.contains(function)) unreached.push_back(function);
  }
  // Those that nobody here calls come first: what they call is reached through them.
  std::stable_partition(unreached.begin(), unreached.end(),
                        [&](const python::Function* function) { return !is_called(*function); });
  return unreached;
}

bool Execution::is_called(const python::Function& function) const {
  const std::vector<Caller>* callers = evaluator_.callers_of(function);
  return callers != nullptr && !callers->empty();
}

void Execution::run_rest(Walk& walk, const Module& module,
                         const std::vector<const python::Function*>& functions) const {
  for (const python::Function* function : functions) {
    if (!walk.visited(*function)) walk.run_alone({&module, function, false}, !is_called(*function));
  }
}

// Code that only a caller outside the project can reach: it runs after its own module was imported.
void Execution::run_unreached(const Module& module, const Reached& reached) {
  const std::vector<const python::Function*> unreached = unreached_in(module, reached);
  const bool module_level = graph_.leads(module, nullptr) && !reached.contains(&module);
  if (unreached.empty() && !module_level) return;
  frames_.begin_run();
  Walk walk(notes(), nullptr);
  walk.import_module(module);
  run_rest(walk, module, unreached);
}

void Execution::run_tests(const EntryPoint& entry, const Reached& reached) {
  const Module& module = *entry.module;
  const std::vector<const python::Function*> rest = unreached_in(module, reached);
  TestRuns tests(evaluator_, module);
  std::vector<TestRun> runs = tests.all();
  std::erase_if(runs, [&](const TestRun& run) { return !graph_.leads(module, run.test.function); });
  if (rest.empty() && runs.empty() && !graph_.leads(module, nullptr)) return;
  Walk walk(notes(), &entry);
  for (const Module* conftest : tests.conftests()) walk.import_module(*conftest);
  walk.import_module(module);
  for (const TestRun& run : runs) walk.run_test(run);
  run_rest(walk, module, rest);
}

// Settings that are wrong by where they stand, whoever reaches them.
void Execution::note_misplaced() {
  for (const auto& each : sites_) {
    const Site* site = each.get();
    if (site->call == nullptr || site->api->sets_family.empty() || site->alive == 0) continue;
    const std::vector<Reach>& reaches = reaches_[site];
    const bool from_entry = std::any_of(reaches.begin(), reaches.end(), [&](const Reach& reach) {
      return reach.entry != nullptr && reach.entry->speaks_for(*site->module);
    });
    // A test runner's own process, or that of one test.
    const bool is_tests_own =
        is_test(*site->module) && (site->function != nullptr || is_forced(evaluator_, *site));
    if (swallowing_try(site->region) != nullptr) {
      misuses_.push_back({Misuse::Kind::swallowed, site, nullptr});
    } else if (is_tests_own || puts_back(evaluator_, *site)) {
      continue;
    } else if (site->function == nullptr && !is_under_main_guard(site->region)) {
      misuses_.push_back({Misuse::Kind::at_import, site, nullptr});
    } else if (site->function != nullptr && !from_entry) {
      misuses_.push_back({Misuse::Kind::in_library, site, nullptr});
    }
  }
}

}  // namespace forklint::program
