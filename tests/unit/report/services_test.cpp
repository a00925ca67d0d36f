// The formats that services read: GitHub's annotations, GitLab's code quality, JUnit's XML.
#include <nlohmann/json.hpp>

#include "run_builder.h"

namespace forklint::report {
namespace {

class Services : public testing::Test {
 protected:
  void SetUp() override { builder_.add_file("a.py", "x = 'é'; Pool(\n  2)\n"); }
  RunBuilder builder_;
};

TEST_F(Services, GithubHasOneCommandForEachFinding) {
  builder_.add_finding("a.py", "Pool").message = 1;
  EXPECT_EQ(
      builder_.render(Format::github),
      "::warning file=a.py,line=1,endLine=1,col=10,endColumn=14,title=FRK104 (implicit-fork-dataloader)::"
      "'Pool' forks.%0AFork is the default before Python 3.14.%0APass a context.\n");
}

TEST_F(Services, GithubKnowsColumnsOnlyWithinALine) {
  builder_.add_finding("a.py", "Pool(\n  2)", Level::note);
  const std::string text = builder_.render(Format::github);
  EXPECT_TRUE(text.starts_with("::notice file=a.py,line=1,endLine=2,title=")) << text;
}

TEST_F(Services, GithubCommandsCanNotBeBrokenOutOf) {
  builder_.add_file("b,c:d\n.py", "Pool\n");
  builder_.add_finding("b,c:d\n.py", "Pool").arguments = {"100%\n::error::gotcha"};
  const std::string text = builder_.render(Format::github);
  EXPECT_NE(text.find("file=b%2Cc%3Ad%0A.py,"), std::string::npos) << text;
  EXPECT_NE(text.find("'100%25%0A::error::gotcha' forks."), std::string::npos) << text;
}

TEST_F(Services, PathsBeginAtTheTopOfTheRepository) {
  builder_.run.root = "/srv/repository/packages/train";
  builder_.run.version_control = {.prefix = "packages/train/"};
  builder_.add_file("/srv/repository/tools/b.py", "fork\n");
  builder_.add_finding("a.py", "Pool");
  builder_.add_finding("/srv/repository/tools/b.py", "fork");
  const auto issues = nlohmann::json::parse(builder_.render(Format::gitlab));
  EXPECT_EQ(issues[0]["location"]["path"], "packages/train/a.py");
  EXPECT_EQ(issues[1]["location"]["path"], "tools/b.py");
}

TEST_F(Services, GitlabHasAnIssueForEachFinding) {
  builder_.add_finding("a.py", "Pool(\n  2)", Level::error);
  const auto issues = nlohmann::json::parse(builder_.render(Format::gitlab));
  ASSERT_EQ(issues.size(), 1U);
  EXPECT_EQ(issues[0]["check_name"], "FRK104");
  EXPECT_EQ(issues[0]["severity"], "critical");
  EXPECT_EQ(issues[0]["fingerprint"], fingerprint_of(builder_.run.findings[0], builder_.run));
  EXPECT_EQ(issues[0]["location"]["lines"], (nlohmann::json{{"begin", 1}, {"end", 2}}));
}

TEST_F(Services, JunitHasASuiteForEachFile) {
  builder_.add_file("b.py", "fork");
  builder_.add_finding("a.py", "Pool");
  builder_.add_finding("a.py", "x");
  builder_.add_finding("b.py", "fork");
  const std::string text = builder_.render(Format::junit);
  EXPECT_NE(text.find("<testsuites name=\"forklint\" tests=\"3\" failures=\"3\""), std::string::npos) << text;
  EXPECT_NE(text.find("<testsuite name=\"a.py\" tests=\"2\" failures=\"2\""), std::string::npos) << text;
  EXPECT_NE(text.find("<testcase classname=\"b.py\" name=\"FRK104 implicit-fork-dataloader at b.py:1:1\">"),
            std::string::npos)
      << text;
}

TEST_F(Services, JunitSaysNothingThatXmlCanNot) {
  builder_.add_finding("a.py", "Pool").arguments = {"<a & \"b\">\x1B\x01\xEF\xBF\xBF"};
  const std::string text = builder_.render(Format::junit);
  EXPECT_NE(text.find("&lt;a &amp; &quot;b&quot;&gt;␛␁\xEF\xBF\xBD"), std::string::npos) << text;
}

TEST_F(Services, JunitWithoutFindingsHasATestThatPassed) {
  EXPECT_NE(builder_.render(Format::junit).find("tests=\"1\" failures=\"0\""), std::string::npos);
}

TEST_F(Services, WhatTheBaselineNamesIsUnchangedInSarif) {
  builder_.run.rules = {{&kRule, "# x\n\n## What\n\nIt forks.\n"}};
  builder_.add_finding("a.py", "Pool");
  Finding known = builder_.run.findings[0];
  known.place = builder_.place("a.py", "x");
  builder_.run.known = {known};
  const auto log = nlohmann::json::parse(builder_.render(Format::sarif));
  const auto& results = log["runs"][0]["results"];
  ASSERT_EQ(results.size(), 2U);
  EXPECT_EQ(results[0]["baselineState"], "unchanged");
  EXPECT_EQ(results[1]["baselineState"], "new");
}

TEST_F(Services, StatisticsBeginWithTheMostFrequentRule) {
  static constexpr RuleInfo kOther = {.id = "FRK101", .name = "explicit-fork", .messages = kMessages};
  builder_.add_finding("a.py", "x").rule = &kOther;
  builder_.add_finding("a.py", "Pool");
  builder_.add_finding("a.py", "2");
  std::ostringstream out;
  render_statistics(builder_.run, out);
  EXPECT_EQ(out.str(), "2  FRK104  implicit-fork-dataloader\n1  FRK101  explicit-fork\n");
}

}  // namespace
}  // namespace forklint::report
