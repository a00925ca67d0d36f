#include "report/page_text.h"

#include <gtest/gtest.h>

namespace forklint::report {
namespace {

constexpr std::string_view kPage =
    "# some-rule\n\n## What\n\nA **bold** claim about `fork`,\nsee [the guide](a/b.md).\n\n"
    "```python\n# What\nx = \"`\"\n```\n\n## Why\n\nBecause.\n";

TEST(Section, EndsAtTheNextHeadingAndNotAtAComment) {
  EXPECT_EQ(section("## What\na\n```\n## no heading\n```\nb\n## Why\nc\n", "What"),
            "a\n```\n## no heading\n```\nb\n");
  EXPECT_EQ(section(kPage, "Why"), "\nBecause.\n");
  EXPECT_EQ(section(kPage, "When"), "");
  EXPECT_EQ(section("", "What"), "");
}

TEST(PlainText, HasNoMarkupButKeepsCode) {
  EXPECT_EQ(plain_text(kPage),
            "some-rule\n\nWhat\n\nA bold claim about fork,\nsee the guide.\n\n# What\nx = "
            "\"`\"\n\nWhy\n\nBecause.");
  EXPECT_EQ(plain_text("a[0] and [b] and ](x\n"), "a[0] and [b] and ](x");
}

TEST(OneLine, TakesEveryBlankForOne) { EXPECT_EQ(one_line("  a \n\n b\tc\r\n"), "a b c"); }

TEST(Shortened, CutsAfterASentenceElseAfterAWordElseAnywhere) {
  EXPECT_EQ(shortened("One. Two. Three.", 16), "One. Two. Three.");
  EXPECT_EQ(shortened("One. Two. Three.", 15), "One. Two.");
  EXPECT_EQ(shortened("one two three", 12), "one two...");
  EXPECT_EQ(shortened("\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4", 6), "\xC3\xA4...") << "no half characters";
}

}  // namespace
}  // namespace forklint::report
