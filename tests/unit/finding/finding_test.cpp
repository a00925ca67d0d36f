#include "finding/finding.h"

#include <gtest/gtest.h>

namespace forklint {
namespace {

constexpr MessageTemplate kMessages[] = {
    {.id = "plain", .text = "Forks."},
    {.id = "with-arguments", .text = "'{0}' forks.\nSince '{1}', a set is '{}' and '{x}'."},
};
constexpr RuleInfo kFirst = {.id = "FRK102", .messages = kMessages};
constexpr RuleInfo kSecond = {.id = "FRK103", .messages = kMessages};

Finding finding_at(const RuleInfo& rule, std::string path, std::uint32_t begin) {
  Finding finding;
  finding.rule = &rule;
  finding.place = {std::move(path), {begin, begin + 4}};
  return finding;
}

TEST(MessageText, PutsArgumentsInAndLeavesOtherBracesAlone) {
  Finding finding = finding_at(kFirst, "a.py", 0);
  finding.message = 1;
  finding.arguments = {"{1}", "Python 3.8"};
  EXPECT_EQ(message_text(finding), "'{1}' forks.\nSince 'Python 3.8', a set is '{}' and '{x}'.");
}

TEST(MessageText, WithoutItsArgumentIsOurBug) {
  Finding finding = finding_at(kFirst, "a.py", 0);
  finding.message = 1;
  EXPECT_EXIT(message_text(finding), testing::ExitedWithCode(3), "argument");
}

TEST(ComesBefore, OrdersByPathThenPlaceThenRule) {
  EXPECT_TRUE(comes_before(finding_at(kSecond, "a.py", 9), finding_at(kFirst, "b.py", 0)));
  EXPECT_TRUE(comes_before(finding_at(kSecond, "a.py", 0), finding_at(kFirst, "a.py", 9)));
  EXPECT_TRUE(comes_before(finding_at(kFirst, "a.py", 0), finding_at(kSecond, "a.py", 0)));
  EXPECT_FALSE(comes_before(finding_at(kFirst, "a.py", 0), finding_at(kFirst, "a.py", 0)));
}

TEST(Normalise, SortsAndKeepsEqualFindingsOnce) {
  Finding other_words = finding_at(kFirst, "a.py", 0);
  other_words.message = 1;
  const std::vector<Finding> findings =
      normalise({finding_at(kFirst, "b.py", 0), other_words, finding_at(kFirst, "a.py", 0),
                 finding_at(kFirst, "b.py", 0)});
  ASSERT_EQ(findings.size(), 3U);
  EXPECT_EQ(findings[0].message, 0U);
  EXPECT_EQ(findings[1].message, 1U);
  EXPECT_EQ(findings[2].place.path, "b.py");
}

TEST(NameOf, IsTheWordThatUsersRead) {
  EXPECT_EQ(name_of(Level::note), "note");
  EXPECT_EQ(name_of(Level::error), "error");
}

}  // namespace
}  // namespace forklint
