#include "base/path.h"

#include <gtest/gtest.h>

namespace forklint::path {
namespace {

TEST(Join, PutsOneSlashBetween) {
  EXPECT_EQ(join("a", "b"), "a/b");
  EXPECT_EQ(join("a/", "b"), "a/b");
  EXPECT_EQ(join("", "b"), "b");
  EXPECT_EQ(join("a", ""), "a");
  EXPECT_EQ(join("/a", "/b"), "/b");
}

TEST(Normalise, TakesDotsAndDoubledSlashesOut) {
  EXPECT_EQ(normalise("./a//b/../c/"), "a/c");
  EXPECT_EQ(normalise("/a/../.."), "/");
  EXPECT_EQ(normalise("../../a"), "../../a");
  EXPECT_EQ(normalise("a/.."), ".");
  EXPECT_EQ(normalise(""), ".");
}

TEST(Parent, IsNeverEmpty) {
  EXPECT_EQ(parent("a/b"), "a");
  EXPECT_EQ(parent("a/b/"), "a");
  EXPECT_EQ(parent("a"), ".");
  EXPECT_EQ(parent("/a"), "/");
  EXPECT_EQ(parent("/"), "/");
}

TEST(Extension, IsThatOfTheLastComponent) {
  EXPECT_EQ(extension("a.b/c.py"), ".py");
  EXPECT_EQ(extension("a.b/c"), "");
  EXPECT_EQ(extension("a/.git"), "");
  EXPECT_EQ(name("a/c.py"), "c.py");
}

TEST(IsInside, ComparesWholeComponents) {
  EXPECT_TRUE(is_inside("/a/b", "/a"));
  EXPECT_TRUE(is_inside("/a", "/a"));
  EXPECT_TRUE(is_inside("/a", "/"));
  EXPECT_FALSE(is_inside("/ab", "/a"));
  EXPECT_TRUE(is_inside("a", "."));
  EXPECT_FALSE(is_inside("../a", "."));
}

TEST(RelativeTo, SaysNothingOfPathsOutside) {
  EXPECT_EQ(relative_to("/p/src/a.py", "/p"), "src/a.py");
  EXPECT_EQ(relative_to("/p/a.py", "/"), "p/a.py");
  EXPECT_EQ(relative_to("/p", "/p"), ".");
  EXPECT_EQ(relative_to("/q/a.py", "/p"), std::nullopt);
}

}  // namespace
}  // namespace forklint::path
