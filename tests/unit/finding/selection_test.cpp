#include "finding/selection.h"

#include <gtest/gtest.h>

namespace forklint {
namespace {

constexpr std::string_view kRules[] = {"FRK101", "FRK104", "FRK201", "FRK901"};

std::string on(const SelectionChoice& choice) {
  const Result<Selection> selection = Selection::make(choice, kRules);
  if (!selection) return selection.error().message;
  std::string rules;
  for (const std::string_view rule : kRules) {
    if (selection->contains(rule)) rules += (rules.empty() ? "" : " ") + std::string(rule);
  }
  return rules;
}

TEST(Selection, IsEveryRuleByDefault) { EXPECT_EQ(on({}), "FRK101 FRK104 FRK201 FRK901"); }

TEST(Selection, TakesIdsAndPrefixes) {
  EXPECT_EQ(on({.select = {"FRK1"}}), "FRK101 FRK104");
  EXPECT_EQ(on({.select = {"FRK104", "FRK2"}}), "FRK104 FRK201");
  EXPECT_EQ(on({.select = {"frk"}}), "FRK101 FRK104 FRK201 FRK901");
}

TEST(Selection, TheMoreSpecificSelectorWins) {
  EXPECT_EQ(on({.select = {"FRK1"}, .ignore = {"FRK104"}}), "FRK101");
  EXPECT_EQ(on({.select = {"FRK104"}, .ignore = {"FRK1"}}), "FRK104");
  EXPECT_EQ(on({.select = {"ALL"}, .ignore = {"FRK"}}), "");
}

TEST(Selection, OfEqualSelectorsTheOneThatIgnoresWins) {
  EXPECT_EQ(on({.select = {"FRK104"}, .ignore = {"FRK104"}}), "");
  EXPECT_EQ(on({.select = {"ALL"}, .ignore = {"ALL"}}), "");
}

TEST(Selection, ExtendSelectAddsToSelect) {
  EXPECT_EQ(on({.select = {"FRK2"}, .extend_select = {"FRK101"}}), "FRK101 FRK201");
}

TEST(Selection, OfAnUnknownRuleIsAnErrorWithASuggestion) {
  EXPECT_EQ(on({.select = {"FRK140"}}), "select: unknown rule 'FRK140'; did you mean 'FRK104'?");
  EXPECT_EQ(on({.ignore = {"E501"}}), "ignore: unknown rule 'E501'");
}

TEST(Selector, MustHoldAtLeastTheLettersOfAnId) {
  EXPECT_FALSE(selects("", "FRK101"));
  EXPECT_FALSE(selects("F", "FRK101"));
  EXPECT_FALSE(selects("FRK1011", "FRK101"));
  EXPECT_TRUE(selects("FRK10", "FRK101"));
}

TEST(Selection, ARuleIsNamedByItsIdOrGroupNotByAll) {
  const auto named = [](const SelectionChoice& choice) {
    return Selection::make(choice, kRules)->names("FRK104");
  };
  EXPECT_FALSE(named({}));
  EXPECT_FALSE(named({.select = {"FRK"}}));
  EXPECT_TRUE(named({.select = {"FRK1"}}));
  EXPECT_TRUE(named({.extend_select = {"FRK104"}}));
  EXPECT_FALSE(named({.extend_select = {"FRK1"}, .ignore = {"FRK104"}}));
}

}  // namespace
}  // namespace forklint
