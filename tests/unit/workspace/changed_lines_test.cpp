#include "workspace/changed_lines.h"

#include <gtest/gtest.h>

namespace forklint::workspace {
namespace {

TEST(ChangedLines, AreThoseOfTheNewSide) {
  const ChangedLines changed = read_diff(
      "diff --git a.py a.py\n--- a.py\n+++ a.py\n"
      "@@ -3,2 +3 @@ def f():\n-old\n-old\n+new\n"
      "@@ -9,0 +9,2 @@\n+one\n+two\n");
  EXPECT_TRUE(changed.any_of("a.py", 3, 3));
  EXPECT_FALSE(changed.any_of("a.py", 4, 8));
  EXPECT_TRUE(changed.any_of("a.py", 10, 12));
  EXPECT_FALSE(changed.any_of("a.py", 11, 12));
  EXPECT_FALSE(changed.any_of("b.py", 3, 3));
}

TEST(ChangedLines, OfADeletionAreNone) {
  const ChangedLines changed = read_diff("--- a.py\n+++ a.py\n@@ -3,2 +2,0 @@\n-old\n-old\n");
  EXPECT_FALSE(changed.any_of("a.py", 1, 100));
}

TEST(ChangedLines, MayLookLikeHeaders) {
  const ChangedLines changed =
      read_diff("--- a.py\n+++ a.py\n@@ -1 +1,2 @@\n--- x\n+++ b.py\n+@@ -7 +7 @@\n@@ -9 +9 @@\n-x\n+y\n");
  EXPECT_TRUE(changed.any_of("a.py", 9, 9));
  EXPECT_FALSE(changed.any_of("b.py", 1, 100));
}

TEST(ChangedLines, KnowTheEndWithoutANewline) {
  const ChangedLines changed = read_diff(
      "--- a.py\n+++ a.py\n@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+y\n\\ No newline at end of file\n"
      "--- b.py\n+++ b.py\n@@ -1 +1 @@\n-x\n+y\n");
  EXPECT_TRUE(changed.any_of("b.py", 1, 1));
}

TEST(ChangedLines, ReadQuotedPaths) {
  const ChangedLines changed =
      read_diff("+++ \"a\\303\\251\\\"\\t.py\"\n@@ -1 +1 @@\n-x\n+y\n+++ b c.py\t\n@@ -1 +1 @@\n-x\n+y\n");
  EXPECT_TRUE(changed.any_of("aé\"\t.py", 1, 1));
  EXPECT_TRUE(changed.any_of("b c.py", 1, 1));
}

}  // namespace
}  // namespace forklint::workspace
