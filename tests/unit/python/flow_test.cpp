// The flow of one frame, without any syntax: what the tape's operations mean, and what they cost.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "python/reaching.h"
#include "tests/unit/python/snippet.h"
#include "tests/unit/python/syntax_dump.h"

namespace forklint::python::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// A frame that is written down by hand; binding numbers are event numbers.
class HandWritten {
 public:
  FlowTape tape;

  void bind(Slot slot) {
    tape.bind(static_cast<std::uint32_t>(binds_.size()));
    binds_.push_back({.slot = slot, .binding = static_cast<std::uint32_t>(binds_.size())});
  }
  void use(Slot slot) {
    tape.use(static_cast<std::uint32_t>(uses_.size()));
    uses_.push_back({.first = slot});
  }
  Reached run(std::uint32_t slots) { return reach({tape, binds_, uses_, slots}, states); }
  std::vector<std::uint32_t> bindings(const Reached& reached, std::size_t use) {
    const auto content = states.content(reached.uses[use].first);
    return {content.bindings.begin(), content.bindings.end()};
  }

  StateTable states;

 private:
  std::vector<BoundSlot> binds_;
  std::vector<ReadSlots> uses_;
};

// if c: x0 = ...; use(x0); if c: x1 = ...; use(x1); ...  over `slots` names
std::uint64_t steps_of_branches(std::uint32_t branches, std::uint32_t slots) {
  HandWritten frame;
  for (std::uint32_t i = 0; i < branches; ++i) {
    const FlowTape::Label end = frame.tape.new_label();
    frame.tape.fork(end);
    frame.bind(i % slots);
    frame.tape.label(end);
    frame.use(i % slots);
  }
  return frame.run(slots).steps;
}

// if c: x0 = ... elif c: x1 = ... elif ...
std::uint64_t steps_of_one_chain(std::uint32_t branches) {
  HandWritten frame;
  const FlowTape::Label end = frame.tape.new_label();
  for (std::uint32_t i = 0; i < branches; ++i) {
    const FlowTape::Label next = frame.tape.new_label();
    frame.tape.fork(next);
    frame.bind(i);
    frame.tape.jump(end);
    frame.tape.label(next);
  }
  frame.tape.label(end);
  return frame.run(branches).steps;
}

// try: x0 = ...; x1 = ...; ...  in as many loops
std::uint64_t steps_of_guarded_loops(std::uint32_t count) {
  HandWritten frame;
  const FlowTape::Guard guard = frame.tape.guard_begin();
  for (std::uint32_t i = 0; i < count; ++i) {
    const FlowTape::Label exit = frame.tape.new_label();
    const FlowTape::Loop loop = frame.tape.loop_begin();
    frame.tape.fork(exit);
    frame.use(i / 2);
    frame.bind(i / 2);
    frame.tape.loop_end(loop);
    frame.tape.label(exit);
  }
  frame.tape.guard_end(guard);
  frame.tape.resume(guard);
  return frame.run(count).steps;
}

TEST(FlowWork, GrowsWithTheTextAndNotWithItsSquare) {
  constexpr std::uint32_t kMany = 100'000;
  constexpr std::uint64_t kStepsEach = 100;
  EXPECT_LT(steps_of_branches(kMany, kMany), kMany * kStepsEach);
  EXPECT_LT(steps_of_branches(kMany, 1), kMany * kStepsEach);
  EXPECT_LT(steps_of_one_chain(kMany), kMany * kStepsEach);
  EXPECT_LT(steps_of_guarded_loops(kMany), kMany * kStepsEach);
}

TEST(FlowWork, IsBoundedForALongModule) {
  constexpr int kBlocks = 5'000;
  std::string code = "def use(x): pass\nx = 0\n";
  for (int i = 0; i < kBlocks; ++i) {
    const std::string number = std::to_string(i);
    code += "a" + number + " = x\nif a" + number + ":\n    x = a" + number + "\nuse(x)\n";
  }
  const PythonModule module = parse_bytes(code);
  std::size_t listed = 0;
  for_each_expr(module, [&](const Expr& expr) {
    const Name* name = as<Name>(&expr);
    if (name == nullptr || module.scope_of(*name) == nullptr) return;
    const Use use = module.use_of(*name);
    if (name->id != "x") {
      EXPECT_EQ(use.bindings.size(), 1U) << name->id;
    } else {
      listed = std::max(listed, use.bindings.size());
      EXPECT_GE(use.bindings.size(), 1U);
    }
    EXPECT_FALSE(use.maybe_unbound) << name->id;
  });
  EXPECT_EQ(listed, static_cast<std::size_t>(kBlocks) + 1);
}

TEST(Flow, AFewBindingsAreListedManyAreAny) {
  HandWritten frame;
  const auto branch = [&] {
    const FlowTape::Label end = frame.tape.new_label();
    frame.tape.fork(end);
    frame.bind(0);
    frame.tape.label(end);
  };
  frame.bind(0);
  for (std::size_t i = 1; i < StateTable::kMost; ++i) branch();
  frame.use(0);
  branch();
  frame.use(0);
  frame.bind(0);
  frame.use(0);
  const Reached reached = frame.run(1);
  EXPECT_EQ(frame.bindings(reached, 0).size(), StateTable::kMost);
  EXPECT_FALSE(frame.states.content(reached.uses[0].first).any);
  EXPECT_TRUE(frame.states.content(reached.uses[1].first).any);
  EXPECT_FALSE(frame.states.content(reached.uses[1].first).unbound);
  EXPECT_THAT(frame.bindings(reached, 2), ElementsAre(StateTable::kMost + 1));
}

TEST(Flow, NamesOfOneFrameDoNotMixHoweverManyThereAre) {
  constexpr std::uint32_t kNames = 5'000;
  HandWritten frame;
  for (Slot slot = 0; slot < kNames; ++slot) frame.bind(slot);
  for (Slot slot = 0; slot < kNames; ++slot) frame.use(slot);
  const Reached reached = frame.run(kNames);
  for (Slot slot = 0; slot < kNames; ++slot) EXPECT_THAT(frame.bindings(reached, slot), ElementsAre(slot));
}

TEST(Flow, KnotsOfNestedLoopsResolveToBindingsOnly) {
  HandWritten frame;
  frame.bind(0);
  std::vector<std::pair<FlowTape::Loop, FlowTape::Label>> open;
  constexpr int kDepth = 20;
  for (int i = 0; i < kDepth; ++i) {
    open.emplace_back(frame.tape.loop_begin(), frame.tape.new_label());
    frame.tape.fork(open.back().second);
  }
  frame.use(0);
  frame.bind(0);
  for (; !open.empty(); open.pop_back()) {
    frame.tape.loop_end(open.back().first);
    frame.tape.label(open.back().second);
  }
  frame.use(0);
  const Reached reached = frame.run(1);
  EXPECT_THAT(frame.bindings(reached, 0), ElementsAre(0, 1));
  EXPECT_THAT(frame.bindings(reached, 1), ElementsAre(0, 1));
  EXPECT_FALSE(frame.states.content(reached.uses[0].first).unbound);
}

TEST(Flow, ALoopThatNeverBindsLeavesItsNamesUnbound) {
  HandWritten frame;
  const FlowTape::Loop loop = frame.tape.loop_begin();
  frame.use(0);
  frame.tape.leave();
  frame.bind(0);
  frame.tape.loop_end(loop);
  const Reached reached = frame.run(1);
  EXPECT_THAT(frame.bindings(reached, 0), IsEmpty());
  EXPECT_TRUE(frame.states.content(reached.uses[0].first).unbound);
}

TEST(Environments, ShareWhatTheyHaveInCommon) {
  StateTable states;
  EnvironmentPool pool(states, 1000);
  const StateId one = states.bound_to(1);
  const StateId two = states.bound_to(2);
  Environment base(pool);
  for (Slot slot = 0; slot < 1000; ++slot) base.set(slot, one);
  Environment changed = base;
  changed.set(500, two);
  EXPECT_EQ(base.get(500), one);
  EXPECT_EQ(changed.get(500), two);
  const std::uint64_t before = pool.steps();
  const Environment joined = base.join(changed);
  EXPECT_LT(pool.steps() - before, 20U);
  EXPECT_THAT(states.content(joined.get(500)).bindings, ElementsAre(1, 2));
  EXPECT_EQ(joined.get(499), one);
}

TEST(Environments, RebaseTakesOverChangesOnly) {
  StateTable states;
  EnvironmentPool pool(states, 100);
  const StateId one = states.bound_to(1);
  const StateId two = states.bound_to(2);
  const StateId three = states.bound_to(3);
  Environment before(pool);
  before.set(0, one);
  before.set(99, one);
  Environment after = before;
  after.set(99, two);
  Environment base(pool);
  base.set(0, three);
  const Environment rebased = base.rebase(before, after);
  EXPECT_EQ(rebased.get(0), three);
  EXPECT_EQ(rebased.get(99), two);
}

}  // namespace
}  // namespace forklint::python::testing
