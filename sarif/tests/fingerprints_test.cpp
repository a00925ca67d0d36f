// The expected values are what GitHub's uploader computes: any other value opens every alert anew.
#include "sarif/fingerprints.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sarif {
namespace {

using testing::ElementsAre;

TEST(LineHashes, AnEmptyFileHasOneEmptyLine) {
  EXPECT_THAT(line_hashes(""), ElementsAre("c129715d7a2bc9a3:1"));
}

TEST(LineHashes, BlanksAndTabsDoNotCount) {
  EXPECT_THAT(line_hashes(" a\nb\n  \t\tc\n d"), ElementsAre("271789c17abda88f:1", "54703d4cd895b18:1",
                                                             "180aee12dab6264:1", "a23a3dc5e078b07b:1"));
}

TEST(LineHashes, EveryKindOfLineBreakIsOne) {
  EXPECT_THAT(
      line_hashes(" hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n"),
      ElementsAre("e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1", "e20e36e16fcb0cc8:1",
                  "b3edc88f2938467e:1", "c8e28b0b4002a3a0:1", "c129715d7a2bc9a3:1"));
}

TEST(LineHashes, EqualLinesAreCounted) {
  std::string text;
  for (int i = 0; i < 10; ++i) text += "Lorem ipsum dolor sit amet.\n";
  const std::vector<std::string> hashes = line_hashes(text);
  ASSERT_EQ(hashes.size(), 11U);
  EXPECT_EQ(hashes[5], "a7f2ff13bc495cf2:6");
  EXPECT_EQ(hashes[6], "a7f2ff1481e87703:1");
  EXPECT_EQ(hashes[9], "cc97dc7b1d7d8f7b:1");
}

TEST(LineHashes, TheLinesThatFollowCount) {
  EXPECT_EQ(line_hashes("x = 2\nx = 1\nprint(x)\nx = 3\nprint(x)\nx = 4\nprint(x)\n").at(6),
            "f1b89f20de0d133:1");
}

TEST(LineHashes, LinesAboveDoNotCount) {
  const std::string code = "pool = multiprocessing.Pool(4)\npool.map(work, range(10))\n";
  EXPECT_EQ(line_hashes("import os\n\n" + code).at(2), line_hashes(code).at(0));
}

TEST(LineHashes, ACharacterBeyondTheBasicPlaneIsTwoUnits) {
  // Exactly one window: in UTF-16 the emoji fills two of the hundred units, so the last 'b' falls out of it.
  const std::string emoji = "\xF0\x9F\x98\x80";
  const std::string line = emoji + std::string(97, 'a');
  EXPECT_EQ(line_hashes(line + "xb").at(0), line_hashes(line + "xc").at(0));
  EXPECT_NE(line_hashes(line + "bx").at(0), line_hashes(line + "cx").at(0));
}

TEST(LineHashes, AByteOrderMarkCounts) {
  EXPECT_NE(line_hashes("\xEF\xBB\xBFx").at(0), line_hashes("x").at(0));
}

TEST(LineHashes, BytesThatAreNoTextAreReplacedAsTheUploaderDoes) {
  EXPECT_EQ(line_hashes("a\xFF!").at(0), line_hashes("a\xEF\xBF\xBD!").at(0));
}

}  // namespace
}  // namespace sarif
