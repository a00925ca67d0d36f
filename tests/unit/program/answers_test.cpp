// What an Evaluator remembers: found by place, given to nobody else, dropped when it may be another answer.
#include "program/answers.h"

#include <gtest/gtest.h>

#include <array>

namespace forklint::program {
namespace {

class AnswersTest : public testing::Test {
 protected:
  AnswersTest() { answers_.add_places(exprs_.size()); }

  Question question(std::size_t i, unsigned frame = 0) const { return {&exprs_[i], frame, i}; }
  void set(const Question& question, Basis basis = {}) {
    answers_.set(question, {ValueSet(Value{.kind = ValueKind::none}), basis});
  }
  bool knows(const Question& question) { return answers_.find(question) != nullptr; }
  void drop_provisional() {
    answers_.drop([](const Basis& basis) { return basis.provisional; });
  }

  static constexpr Basis kProvisional{.provisional = true};
  std::array<python::Expr, 4> exprs_{};
  Answers answers_;
};

TEST_F(AnswersTest, AreFoundForTheirExpressionAndFrame) {
  set(question(0));
  set(question(1, 7));
  EXPECT_TRUE(knows(question(0)));
  EXPECT_TRUE(knows(question(1, 7)));
  EXPECT_FALSE(knows(question(1)));
  EXPECT_FALSE(knows(question(0, 7)));
  answers_.erase(question(0));
  EXPECT_FALSE(knows(question(0)));
}

TEST_F(AnswersTest, AtAWrongPlaceAreNobodyElses) {
  const Question elsewhere{&exprs_[0], 0, 3};
  set(elsewhere);
  EXPECT_TRUE(knows(elsewhere));
  EXPECT_FALSE(knows(question(3)));
  answers_.erase(question(3));
  EXPECT_TRUE(knows(elsewhere));
  set(question(3));
  EXPECT_FALSE(knows(elsewhere));
}

TEST_F(AnswersTest, ThatMayChangeAreDropped) {
  set(question(0));
  set(question(1), kProvisional);
  set(question(2), {.parameters = true});
  set(question(3, 1), kProvisional);
  drop_provisional();
  EXPECT_TRUE(knows(question(0)));
  EXPECT_FALSE(knows(question(1)));
  EXPECT_TRUE(knows(question(2)));
  EXPECT_FALSE(knows(question(3, 1)));
}

TEST_F(AnswersTest, AreDroppedByTheBasisThatTheyHaveNow) {
  set(question(0), kProvisional);
  set(question(0));
  set(question(1));
  set(question(1), kProvisional);
  set(question(2), kProvisional);
  answers_.erase(question(2));
  set(question(2));
  drop_provisional();
  EXPECT_TRUE(knows(question(0)));
  EXPECT_FALSE(knows(question(1)));
  EXPECT_TRUE(knows(question(2)));
}

TEST_F(AnswersTest, AreDroppedInEachRound) {
  for (int round = 0; round < 3; ++round) {
    set(question(0), kProvisional);
    drop_provisional();
    EXPECT_FALSE(knows(question(0))) << "round " << round;
  }
}

TEST_F(AnswersTest, OfOneMoreModuleHavePlacesOfTheirOwn) {
  EXPECT_EQ(answers_.add_places(2), exprs_.size());
  const python::Expr other{};
  set({&other, 0, exprs_.size() + 1});
  EXPECT_TRUE(knows({&other, 0, exprs_.size() + 1}));
}

}  // namespace
}  // namespace forklint::program
