#include "program/execution.h"

#include <algorithm>
#include <functional>

#include "program/main_guard.h"
#include "program/method_choice.h"
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
    const python::Use use = site.module->syntax.use_of(*name);
    value = use.bindings.size() == 1 ? use.bindings.front()->value : nullptr;
  }
  const auto* call = python::as<python::Call>(value);
  if (call == nullptr) return false;
  const ValueSet callees = evaluator.callees(*call, *site.module);
  return callees.single() != nullptr && external_name(*callees.single()).ends_with(".get_start_method");
}

}  // namespace

WalkNotes Execution::notes() { return {evaluator_, catalog_, targets_, graph_, reaches_, alive_, misuses_}; }

void Execution::run() {
  find_entries();
  std::unordered_set<const void*> reached;
  for (const auto& module : modules_) {
    if (!entries_.contains(module.get()) || !graph_.leads(*module, nullptr)) continue;
    Walk walk(notes(), module.get());
    walk.run_module(*module, true);
    walk.add_visited_to(reached);
  }
  for (const auto& module : modules_) run_unreached(*module, reached);
  note_misplaced();
}

// Code that only a caller outside the project can reach: it runs after its own module was imported.
void Execution::run_unreached(const Module& module, const std::unordered_set<const void*>& reached) {
  std::vector<const python::Function*> unreached;
  for (const python::Function* function : module.syntax.functions()) {
    if (graph_.leads(module, function) && !reached.contains(function)) unreached.push_back(function);
  }
  const bool module_level = graph_.leads(module, nullptr) && !reached.contains(&module);
  if (unreached.empty() && !module_level) return;
  Walk walk(notes(), nullptr);
  walk.run_module(module, false);
  // Those that nobody here calls come first: what they call is reached through them.
  const auto is_called = [&](const python::Function* function) {
    const std::vector<Caller>* callers = evaluator_.callers_of(*function);
    return callers != nullptr && !callers->empty();
  };
  std::stable_partition(unreached.begin(), unreached.end(), std::not_fn(is_called));
  for (const python::Function* function : unreached) {
    if (!walk.visited(*function)) walk.run_alone({&module, function, false});
  }
}

void Execution::find_entries() {
  for (const auto& module : modules_) {
    const python::Block body = module->syntax.body();
    const bool guarded = std::any_of(body.begin(), body.end(), [](const python::Stmt* stmt) {
      const auto* node = python::as<python::If>(stmt);
      return node != nullptr && !node->branches.empty() && tests_main(node->branches.front().test);
    });
    const bool acts = std::any_of(body.begin(), body.end(), [](const python::Stmt* stmt) {
      const auto* expression = python::as<python::ExpressionStmt>(stmt);
      const bool calls = expression != nullptr && expression->value->kind == python::ExprKind::call;
      return calls || stmt->kind == python::StmtKind::for_ || stmt->kind == python::StmtKind::while_ ||
             stmt->kind == python::StmtKind::with;
    });
    const bool is_script = acts && !graph_.is_imported(*module) && !module->is_package;
    if (guarded || is_script || module->path().ends_with("__main__.py")) entries_.insert(module.get());
  }
}

// Settings that are wrong by where they stand, whoever reaches them.
void Execution::note_misplaced() {
  for (const auto& each : sites_) {
    const Site* site = each.get();
    if (site->call == nullptr || site->api->sets_family.empty() || site->alive == 0) continue;
    const std::vector<Reach>& reaches = reaches_[site];
    const bool from_entry = std::any_of(reaches.begin(), reaches.end(),
                                        [](const Reach& reach) { return reach.entry != nullptr; });
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
