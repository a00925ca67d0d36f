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

TEST(Mentions, NoNameIsNeverUsed) {
  // `import .....foo` in prose is an import of a module without a name.
  EXPECT_THAT(uses("x = 1\n", ""), IsEmpty());
}

TEST(Mentions, ReadsTheAttributesThatFollow) {
  EXPECT_THAT(uses("import p\np.q.make(1)\np . r\nf(p\n  .s)\np", "p"),
              ElementsAre(".q.make", ".r", ".s", ""));
  EXPECT_THAT(uses("p.", "p"), ElementsAre(""));
}

TEST(Mentions, OnlyWholeWordsThatAreNoAttributesCount) {
  EXPECT_THAT(uses("pools = spool + self.pool + pool_\n", "pool"), IsEmpty());
}

TEST(Mentions, TheBeginningOfAStringIsNoUse) {
  EXPECT_THAT(uses("__all__ = ['pool', \"pool\"]\nx = 'pool of threads'\n", "pool"), IsEmpty());
  EXPECT_THAT(uses("f'{pool}'\n", "pool"), ElementsAre(""));
  EXPECT_THAT(uses("url = \"see http://example.org\"\n", "http"), IsEmpty());
}

TEST(Mentions, ProseIsNoUse) {
  EXPECT_THAT(uses("def f():\n    \"\"\"Uses the pool, or a pool.\"\"\"\n", "pool"), IsEmpty());
  EXPECT_THAT(uses("x = 1  # pool size\n", "pool"), IsEmpty());
  EXPECT_THAT(uses("    # pool.map(f)\n#pool\n", "pool"), IsEmpty());
}

TEST(Mentions, WhatCanBeCodeIsAUse) {
  EXPECT_THAT(uses("return pool if a else pool\n", "pool"), ElementsAre("", ""));
  EXPECT_THAT(uses("x = not pool or pool.a\nx\npool\nx\n", "pool"), ElementsAre("", ".a", ""));
  EXPECT_THAT(uses("print pool\nwith pool as p: pass\nfor x in pool: pass\n", "pool"),
              ElementsAre("", "", ""));
  EXPECT_THAT(uses("f(a,pool)[pool:pool]*pool @pool\n", "pool"), ElementsAre("", "", "", "", ""));
  EXPECT_THAT(uses("x = 1  # a\npool\r# b\rpool", "pool"), ElementsAre("", ""));
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
