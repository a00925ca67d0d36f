#include "base/check.h"

#include <gtest/gtest.h>

namespace forklint {
namespace {

TEST(Check, LeavesWithStatusThreeAndSaysWhere) {
  EXPECT_EXIT(FORKLINT_CHECK(1 + 1 == 3, "arithmetic"), testing::ExitedWithCode(3),
              "forklint: internal error: .*check_test.cpp:[0-9]+: arithmetic\n.*please report this");
}

TEST(Check, IsSilentWhenThePromiseHolds) { FORKLINT_CHECK(1 + 1 == 2, "arithmetic"); }

}  // namespace
}  // namespace forklint
