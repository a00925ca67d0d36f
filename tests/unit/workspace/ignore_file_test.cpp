// What the documentation of git says of patterns; tests/workspace holds the rest against git itself.
#include "workspace/ignore_file.h"

#include <gtest/gtest.h>

namespace forklint::workspace {
namespace {

Ignored decide(std::string_view text, std::string_view path, bool is_directory = false) {
  return IgnoreList::parse(text).decide(path, is_directory);
}

bool ignores(std::string_view text, std::string_view path, bool is_directory = false) {
  return decide(text, path, is_directory) == Ignored::ignored;
}

TEST(IgnoreList, MatchesANameInEveryFolder) {
  EXPECT_TRUE(ignores("a.py", "a.py"));
  EXPECT_TRUE(ignores("a.py", "deep/down/a.py"));
  EXPECT_FALSE(ignores("a.py", "aa.py"));
  EXPECT_EQ(decide("a.py", "b.py"), Ignored::unmentioned);
}

TEST(IgnoreList, AnchorsAPatternWithASlash) {
  EXPECT_TRUE(ignores("/a.py", "a.py"));
  EXPECT_FALSE(ignores("/a.py", "x/a.py"));
  EXPECT_TRUE(ignores("x/a.py", "x/a.py"));
  EXPECT_FALSE(ignores("x/a.py", "y/x/a.py"));
}

TEST(IgnoreList, MatchesFoldersOnlyWithATrailingSlash) {
  EXPECT_TRUE(ignores("build/", "build", true));
  EXPECT_TRUE(ignores("build/", "x/build", true));
  EXPECT_FALSE(ignores("build/", "build", false));
}

TEST(IgnoreList, LetsTheLastMatchingLineDecide) {
  EXPECT_EQ(decide("*.py\n!keep.py\n", "keep.py"), Ignored::included);
  EXPECT_EQ(decide("!keep.py\n*.py\n", "keep.py"), Ignored::ignored);
}

TEST(IgnoreList, PassesByCommentsAndBlankLines) {
  EXPECT_TRUE(IgnoreList::parse("# comment\n\n   \n\r\n/\n!\n").empty());
  EXPECT_TRUE(ignores("\\#x", "#x"));
  EXPECT_TRUE(ignores("\\!x", "!x"));
}

TEST(IgnoreList, DropsBlanksAtTheEndUnlessTheyAreEscaped) {
  EXPECT_TRUE(ignores("a  ", "a"));
  EXPECT_TRUE(ignores("a\\ ", "a "));
  EXPECT_TRUE(ignores("a\\\\ ", "a\\")) << "the backslash is what is escaped";
  EXPECT_TRUE(ignores("a\t", "a\t"));
}

TEST(IgnoreList, ReadsWindowsLinesAndAByteOrderMark) {
  EXPECT_TRUE(
      ignores("\xEF\xBB\xBF"
              "a.py\r\nb.py\r\n",
              "a.py"));
  EXPECT_TRUE(ignores("a.py\r\nb.py\r\n", "b.py"));
}

TEST(IgnoreList, KeepsStarsWithinAComponent) {
  EXPECT_TRUE(ignores("x/*.py", "x/a.py"));
  EXPECT_FALSE(ignores("x/*.py", "x/y/a.py"));
  EXPECT_TRUE(ignores("a*c*e", "abcde"));
  EXPECT_FALSE(ignores("a?c", "a/c"));
}

TEST(IgnoreList, LetsTwoStarsCrossComponents) {
  EXPECT_TRUE(ignores("**/a.py", "a.py"));
  EXPECT_TRUE(ignores("**/x/a.py", "p/q/x/a.py"));
  EXPECT_TRUE(ignores("x/**", "x/y/a.py"));
  EXPECT_FALSE(ignores("x/**", "x", true));
  EXPECT_TRUE(ignores("x/**/a.py", "x/a.py"));
  EXPECT_TRUE(ignores("x/**/a.py", "x/y/z/a.py"));
  EXPECT_FALSE(ignores("x/**/a.py", "x/ya.py"));
  EXPECT_TRUE(ignores("**/a*/b*c/d", "x/a/bb/ax/bcc/d"));
  EXPECT_FALSE(ignores("foo**/bar", "foobar"));
}

TEST(IgnoreList, KnowsBracketExpressions) {
  EXPECT_TRUE(ignores("[a-c].py", "b.py"));
  EXPECT_FALSE(ignores("[!a-c].py", "b.py"));
  EXPECT_FALSE(ignores("[^a-c].py", "b.py"));
  EXPECT_TRUE(ignores("[]x].py", "].py"));
  EXPECT_TRUE(ignores("[\\]x].py", "].py"));
  EXPECT_TRUE(ignores("[[:digit:]_]", "_"));
  EXPECT_TRUE(ignores("[a-]", "-"));
  EXPECT_FALSE(ignores("x[!a]y", "x/y"));
}

TEST(IgnoreList, MatchesNothingWithABrokenPattern) {
  EXPECT_FALSE(ignores("[a", "a"));
  EXPECT_FALSE(ignores("[a", "[a"));
  EXPECT_FALSE(ignores("[[:nothing:]]", "a"));
  EXPECT_FALSE(ignores("a\\", "a"));
  EXPECT_FALSE(ignores("a\\", "a\\"));
  EXPECT_FALSE(ignores("[\\", "["));
}

TEST(IgnoreList, StaysFastOnPatternsThatAreMadeToBeSlow) {
  std::string pattern = "x/";
  for (int i = 0; i < 200; ++i) pattern += "**/*a*";
  const std::string path = "x/" + std::string(4000, 'a') + "/b";
  EXPECT_FALSE(ignores(pattern, path));
}

TEST(MatchesPattern, HoldsForAFileAndForAFolderAroundIt) {
  EXPECT_TRUE(matches_pattern("tests/", "tests/unit/a.py"));
  EXPECT_TRUE(matches_pattern("tests", "tests/unit/a.py"));
  EXPECT_TRUE(matches_pattern("*.py", "tests/a.py"));
  EXPECT_FALSE(matches_pattern("a.py/", "a.py"));
  EXPECT_FALSE(matches_pattern("/unit", "tests/unit/a.py"));
}

}  // namespace
}  // namespace forklint::workspace
