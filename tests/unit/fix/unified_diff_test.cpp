#include "fix/unified_diff.h"

#include <gtest/gtest.h>

namespace forklint::fix {
namespace {

TEST(UnifiedDiff, IsEmptyForEqualTexts) { EXPECT_EQ(unified_diff("a.py", "x\n", "x\n"), ""); }

TEST(UnifiedDiff, ShowsThreeLinesAround) {
  EXPECT_EQ(unified_diff("a.py", "1\n2\n3\n4\nold\n6\n7\n8\n9\n", "1\n2\n3\n4\nnew\n6\n7\n8\n9\n"),
            "--- a/a.py\n+++ b/a.py\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-old\n+new\n 6\n 7\n 8\n");
}

TEST(UnifiedDiff, BeginsWithALineThatIsAdded) {
  EXPECT_EQ(unified_diff("a.py", "1\n", "0\n1\n"), "--- a/a.py\n+++ b/a.py\n@@ -1 +1,2 @@\n+0\n 1\n");
}

TEST(UnifiedDiff, HasAHunkForEachFarChange) {
  const std::string between(std::size_t{2} * 7, '\n');
  const std::string diff = unified_diff("a.py", "a\n" + between + "b\n", "A\n" + between + "B\n");
  EXPECT_NE(diff.find("@@ -1,4 +1,4 @@"), std::string::npos) << diff;
  EXPECT_NE(diff.find("@@ -13,4 +13,4 @@"), std::string::npos) << diff;
}

TEST(UnifiedDiff, SaysWhereTheLastLineDoesNotEnd) {
  EXPECT_EQ(unified_diff("a.py", "old", "new\n"),
            "--- a/a.py\n+++ b/a.py\n@@ -1 +1 @@\n-old\n\\ No newline at end of file\n+new\n");
}

TEST(UnifiedDiff, TellsWhereAPathWithASpaceEnds) {
  EXPECT_TRUE(
      unified_diff("a b.py", "", "x\n").starts_with("--- a/a b.py\t\n+++ b/a b.py\t\n@@ -0,0 +1 @@\n"));
}

}  // namespace
}  // namespace forklint::fix
