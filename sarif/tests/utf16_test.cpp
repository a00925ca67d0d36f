#include "sarif/utf16.h"

#include <gtest/gtest.h>

namespace sarif {
namespace {

TEST(ToUtf16, TakesOneUnitUpToTheBasicPlaneAndTwoBeyond) {
  EXPECT_EQ(to_utf16("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80"), u"aé€\U0001F600");
  EXPECT_EQ(to_utf16(std::string_view("\0", 1)), std::u16string(1, u'\0'));
}

// The Unicode Standard's recommendation (table 3-8), which browsers, Node and Python follow.
TEST(ToUtf16, ReplacesTheLongestValidBeginningOnce) {
  EXPECT_EQ(to_utf16("\xFF"), u"\uFFFD");
  EXPECT_EQ(to_utf16("\xC0\xAF"), u"\uFFFD\uFFFD") << "overlong";
  EXPECT_EQ(to_utf16("\xED\xA0\x80"), u"\uFFFD\uFFFD\uFFFD") << "a surrogate";
  EXPECT_EQ(to_utf16("\xF4\x90\x80\x80"), u"\uFFFD\uFFFD\uFFFD\uFFFD") << "beyond U+10FFFF";
  EXPECT_EQ(to_utf16("\xE1\x80\xE2\x82\xAC"), u"\uFFFD€") << "cut short by another character";
  EXPECT_EQ(to_utf16("\xF0\x9F\x98"), u"\uFFFD") << "cut short by the end";
}

}  // namespace
}  // namespace sarif
