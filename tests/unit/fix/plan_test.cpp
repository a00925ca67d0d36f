#include "fix/plan.h"

#include "fixes.h"

namespace forklint::fix {
namespace {

TEST(Plan, TakesFixesThatAreDisjoint) {
  const std::vector<Finding> findings = {finding({edit(0, 1, "a")}), finding({edit(4, 5, "b")})};
  const Plan plan = make_plan(findings, any_file());
  EXPECT_EQ(plan.taken.size(), 2U);
  EXPECT_EQ(plan.edits.at("a.py"), (std::vector<Edit>{edit(0, 1, "a"), edit(4, 5, "b")}));
}

TEST(Plan, LeavesAFixThatTouchesAnEarlierOneForLater) {
  const std::vector<Finding> findings = {finding({edit(0, 4, "a")}), finding({edit(2, 3, "b")})};
  EXPECT_EQ(make_plan(findings, any_file()).taken.size(), 1U);
}

TEST(Plan, TakesAFixWholeOrNotAtAll) {
  const std::vector<Finding> findings = {finding({edit(0, 4, "a")}),
                                         finding({edit(2, 3, "b"), edit(8, 9, "c")})};
  EXPECT_EQ(make_plan(findings, any_file()).edits.at("a.py"), std::vector<Edit>{edit(0, 4, "a")});
}

TEST(Plan, DoesWhatTwoFixesShareOnce) {
  const Edit import = edit(0, 0, "import multiprocessing\n");
  const std::vector<Finding> findings = {finding({import, edit(4, 5, "a")}),
                                         finding({import, edit(8, 9, "b")})};
  EXPECT_EQ(make_plan(findings, any_file()).edits.at("a.py").size(), 3U);
}

TEST(Plan, CountsOneFixOfTwoFindingsForBoth) {
  const std::vector<Finding> findings = {finding({edit(0, 1, "a")}), finding({edit(0, 1, "a")})};
  const Plan plan = make_plan(findings, any_file());
  ASSERT_EQ(plan.taken.size(), 1U);
  EXPECT_EQ(plan.taken.front().findings.size(), 2U);
}

TEST(Plan, DifferentInsertionsAtOnePlaceHaveNoOrder) {
  const std::vector<Finding> findings = {finding({edit(3, 3, "a")}), finding({edit(3, 3, "b")})};
  EXPECT_EQ(make_plan(findings, any_file()).taken.size(), 1U);
}

TEST(Plan, TakesUnsafeFixesOnlyWhenAsked) {
  const std::vector<Finding> findings = {finding({edit(0, 1, "a")}, Applicability::unsafe)};
  EXPECT_TRUE(make_plan(findings, any_file()).taken.empty());
  EXPECT_EQ(make_plan(findings, any_file(Applicability::unsafe)).taken.size(), 1U);
}

TEST(Plan, LeavesFilesAloneThatTheUserDidNotName) {
  const std::vector<Finding> findings = {finding({edit(0, 1, "a"), edit(0, 1, "b", "b.py")})};
  Choice choice = any_file();
  choice.may_edit = [](const std::string& path) { return path == "a.py"; };
  EXPECT_TRUE(make_plan(findings, choice).taken.empty());
}

TEST(Plan, DoesNotTryAgainWhatWasTakenBack) {
  const std::vector<Finding> findings = {finding({edit(0, 1, "a")})};
  Choice choice = any_file();
  choice.rejected.insert({edit(0, 1, "a")});
  EXPECT_TRUE(make_plan(findings, choice).taken.empty());
}

}  // namespace
}  // namespace forklint::fix
