#include "program/test_runs.h"

#include <algorithm>
#include <ranges>
#include <string>

namespace forklint::program {
namespace {

constexpr std::string_view kModuleSetUp[] = {"setUpModule", "setup_module", "setup_function"};
constexpr std::string_view kClassSetUp[] = {"setUpClass", "setup_class", "setUp", "asyncSetUp",
                                            "setup_method"};
constexpr std::string_view kFixtures[] = {"pytest.fixture", "pytest.yield_fixture", "pytest_asyncio.fixture"};

bool is_test_function(const python::Function& function) { return function.name.starts_with("test"); }

}  // namespace

TestRuns::TestRuns(Evaluator& evaluator, const Module& module) : evaluator_(evaluator), module_(module) {
  find_conftests();
  for (const Module* conftest : conftests_) fixtures_.push_back(fixtures_of(*conftest));
  fixtures_.push_back(fixtures_of(module_));
}

void TestRuns::find_conftests() {
  for (const std::string& path : conftests_of(module_)) {
    if (const Module* conftest = evaluator_.module_at(path); conftest != nullptr)
      conftests_.push_back(conftest);
  }
}

TestRuns::Fixtures TestRuns::fixtures_of(const Module& module) {
  Fixtures fixtures;
  for (const python::Function* function : module.syntax.functions()) {
    for (const python::Expr* decorator : function->decorators) {
      Fixture fixture{.target = {&module, function, function->class_ != nullptr}};
      if (is_fixture(*decorator, module, fixture)) fixtures.insert_or_assign(function->name, fixture);
    }
  }
  return fixtures;
}

bool TestRuns::is_fixture(const python::Expr& decorator, const Module& module, Fixture& fixture) {
  const auto* call = python::as<python::Call>(&decorator);
  const python::Expr& named = call == nullptr ? decorator : *call->callee;
  const ValueSet values = evaluator_.values(named, module);
  const Value* value = values.single();
  if (value == nullptr ||
      std::find(std::begin(kFixtures), std::end(kFixtures), external_name(*value)) == std::end(kFixtures))
    return false;
  if (call == nullptr) return true;
  for (const python::Argument& argument : call->arguments) {
    const auto* constant = python::as<python::Constant>(argument.value);
    if (argument.name == "autouse" && constant != nullptr)
      fixture.automatic = constant->value == python::ConstantKind::true_;
  }
  return true;
}

std::vector<TestRun> TestRuns::all() {
  std::vector<TestRun> runs;
  for (const python::Function* function : module_.syntax.functions()) {
    const bool is_top_level = function->scope->parent == &module_.syntax.scope();
    if (!is_test_function(*function) || (!is_top_level && function->class_ == nullptr)) continue;
    TestRun run{.test = {&module_, function, function->class_ != nullptr}};
    std::unordered_set<const python::Function*> seen;
    for (const Fixtures& fixtures : fixtures_) {
      for (const auto& [name, fixture] : fixtures) {
        if (fixture.automatic) add_fixture(fixture, run, seen);
      }
    }
    add_set_up(*function, run);
    add_requested(*function, run, seen);
    runs.push_back(std::move(run));
  }
  return runs;
}

void TestRuns::add_set_up(const python::Function& test, TestRun& run) {
  const auto is_named = [](std::string_view name) {
    return [name](const python::Function* function) {
      return function->name == name && function->class_ == nullptr;
    };
  };
  const auto& functions = module_.syntax.functions();
  for (const std::string_view name : kModuleSetUp) {
    const auto found = std::find_if(functions.begin(), functions.end(), is_named(name));
    if (found != functions.end()) run.before.push_back({&module_, *found, false});
  }
  if (test.class_ == nullptr) return;
  for (const std::string_view name : kClassSetUp) {
    const Module* found_in = &module_;
    const python::Function* method = evaluator_.method_of(module_, *test.class_, name, &found_in);
    if (method != nullptr) run.before.push_back({found_in, method, true});
  }
}

// The nearest fixture of a parameter's name counts.
void TestRuns::add_requested(const python::Function& function, TestRun& run,
                             std::unordered_set<const python::Function*>& seen) {
  for (const python::Parameter& parameter : function.parameters) {
    for (const auto& fixtures : fixtures_ | std::views::reverse) {
      const auto found = fixtures.find(parameter.name);
      if (found == fixtures.end() || found->second.target.function == &function) continue;
      add_fixture(found->second, run, seen);
      break;
    }
  }
}

void TestRuns::add_fixture(const Fixture& fixture, TestRun& run,
                           std::unordered_set<const python::Function*>& seen) {
  if (!seen.insert(fixture.target.function).second) return;
  add_requested(*fixture.target.function, run, seen);
  run.before.push_back(fixture.target);
}

}  // namespace forklint::program
