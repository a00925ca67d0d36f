#include "native/definers.h"

#include <gtest/gtest.h>

namespace forklint::native {
namespace {

TEST(MayDefine, ADefinition) {
  EXPECT_TRUE(may_define("static int\nsend_all(int fd, void (*done)(int))\n{", "send_all"));
}

TEST(MayDefine, NoDeclarationAndNoCall) {
  EXPECT_FALSE(may_define("int send_all(int fd);\nint f(void) { return g(); }", "send_all"));
  EXPECT_FALSE(may_define("if (send_all(1)) { f(); }", "send_all"));
}

TEST(MayDefine, NoOtherWordAndNoEnd) {
  EXPECT_FALSE(may_define("int resend_all(int fd) {", "send_all"));
  EXPECT_FALSE(may_define("int send_all((((", "send_all"));
  EXPECT_FALSE(may_define("int send_all", "send_all"));
}

}  // namespace
}  // namespace forklint::native
