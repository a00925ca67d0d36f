#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "workspace/prefilter.h"

namespace forklint::workspace {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// What follows each use of `name`: "" for nothing, ".a.b" for attributes.
std::vector<std::string> uses(std::string_view text, std::string_view name) {
  std::vector<std::string> found;
  const ScannedImports imports = scan_imports(text);
  Mentions(text, imports).any(name, [&](Mentions::Chain chain) {
    std::string& line = found.emplace_back();
    for (const std::string_view each : chain) line += '.' + std::string(each);
    return false;
  });
  return found;
}

TEST(Mentions, AnImportIsNoUse) {
  EXPECT_THAT(uses("from a import pool\n", "pool"), IsEmpty());
  EXPECT_THAT(uses("from a import (b as pool,\n  c)\nimport pool.x, pool\n", "pool"), IsEmpty());
  EXPECT_THAT(uses("from a import pool; pool(2)\n", "pool"), ElementsAre(""));
}

TEST(Mentions, ReadsTheAttributesThatFollow) {
  EXPECT_THAT(uses("import p\np.q.make(1)\np . r\nf(p\n  .s)\np", "p"),
              ElementsAre(".q.make", ".r", ".s", ""));
  EXPECT_THAT(uses("p.", "p"), ElementsAre(""));
}

TEST(Mentions, OnlyWholeWordsThatAreNoAttributesCount) {
  EXPECT_THAT(uses("pools = spool + self.pool + pool_\n", "pool"), IsEmpty());
}

TEST(Mentions, TheTextOfAStringIsNoUse) {
  EXPECT_THAT(uses("__all__ = ['pool', \"pool\"]\n", "pool"), IsEmpty());
  EXPECT_THAT(uses("f'{pool}'\n", "pool"), ElementsAre(""));
}

TEST(Mentions, EndsWithTheFirstThatIsAccepted) {
  const std::string_view text = "a.b\na.c\na.d\n";
  const ScannedImports imports = scan_imports(text);
  int seen = 0;
  EXPECT_TRUE(Mentions(text, imports).any("a", [&](Mentions::Chain chain) {
    ++seen;
    return chain.front() == "c";
  }));
  EXPECT_EQ(seen, 2);
}

}  // namespace
}  // namespace forklint::workspace
