#include "fix/apply.h"

#include "fixes.h"

namespace forklint::fix {
namespace {

TEST(Apply, ReplacesInsertsAndRemoves) {
  EXPECT_EQ(apply("0123456789", {edit(0, 0, ">"), edit(2, 4, "two"), edit(6, 8, ""), edit(10, 10, "<")}),
            ">01two4589<");
}

TEST(ApplyDeathTest, RefusesEditsThatOverlap) {
  EXPECT_EXIT((void)apply("0123", {edit(0, 2, "a"), edit(1, 3, "b")}), testing::ExitedWithCode(3),
              "disjoint");
}

}  // namespace
}  // namespace forklint::fix
