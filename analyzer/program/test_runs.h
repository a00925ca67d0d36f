// What pytest and unittest run for each test of a module, in their order. Internal.
#pragma once

#include <map>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "program/evaluator.h"

namespace forklint::program {

struct TestRun {
  std::vector<Evaluator::Target> before;  // set-up methods, and fixtures up to their yield
  Evaluator::Target test;
};

class TestRuns {
 public:
  TestRuns(Evaluator& evaluator, const Module& module);

  // Those that pytest imports before the module, the outermost first.
  const std::vector<const Module*>& conftests() const { return conftests_; }
  std::vector<TestRun> all();

 private:
  struct Fixture {
    Evaluator::Target target;
    bool automatic = false;  // autouse=True
  };
  using Fixtures = std::map<std::string_view, Fixture>;

  void find_conftests();
  Fixtures fixtures_of(const Module& module);
  bool is_fixture(const python::Expr& decorator, const Module& module, Fixture& fixture);
  void add_set_up(const python::Function& test, TestRun& run);
  void add_requested(const python::Function& function, TestRun& run,
                     std::unordered_set<const python::Function*>& seen);
  void add_fixture(const Fixture& fixture, TestRun& run, std::unordered_set<const python::Function*>& seen);

  Evaluator& evaluator_;
  const Module& module_;
  std::vector<const Module*> conftests_;
  std::vector<Fixtures> fixtures_;  // of the conftests in their order, then the module's own
};

}  // namespace forklint::program
