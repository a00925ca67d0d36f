#include "sarif/uri.h"

#include <gtest/gtest.h>

namespace sarif {
namespace {

TEST(RelativeReference, LeavesWhatIsUnreserved) {
  EXPECT_EQ(relative_reference("src/a-b_c.~1.py"), "src/a-b_c.~1.py");
}

TEST(RelativeReference, EncodesEveryOtherByte) {
  EXPECT_EQ(relative_reference("my src/100%/#1?.py"), "my%20src/100%25/%231%3F.py");
  EXPECT_EQ(relative_reference("\xC3\xBC.py"), "%C3%BC.py");
  EXPECT_EQ(relative_reference("a\nb\x1B[0m"), "a%0Ab%1B%5B0m");
  EXPECT_EQ(relative_reference("latin\xFC.py"), "latin%FC.py") << "a name that is not UTF-8 keeps its bytes";
}

TEST(RelativeReference, NeverLooksLikeASchemeOrAHost) {
  EXPECT_EQ(relative_reference("c:d.py"), "c%3Ad.py");
  EXPECT_EQ(relative_reference("//host/x.py"), "./host/x.py");
  EXPECT_EQ(relative_reference(""), "./");
}

TEST(FileUri, IsAbsolute) { EXPECT_EQ(file_uri("/srv/a b.py"), "file:///srv/a%20b.py"); }

TEST(IsAbsoluteUri, WantsASchemeAndNothingThatMustBeEncoded) {
  EXPECT_TRUE(is_absolute_uri("https://example.org/a%20b?c#d"));
  EXPECT_TRUE(is_absolute_uri("git+ssh://example.org:22/a"));
  EXPECT_FALSE(is_absolute_uri("example.org/a"));
  EXPECT_FALSE(is_absolute_uri("https://example.org/a b"));
  EXPECT_FALSE(is_absolute_uri("https://example.org/100%"));
  EXPECT_FALSE(is_absolute_uri("https://example.org/%4"));
  EXPECT_FALSE(is_absolute_uri("4https://example.org/"));
  EXPECT_FALSE(is_absolute_uri(""));
}

}  // namespace
}  // namespace sarif
