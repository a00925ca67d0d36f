#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "workspace/prefilter.h"

namespace forklint::workspace {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// "mp", "os.path as p" for plain imports; "..a.b: c d=e" for what follows `from`, `d as e` among it.
std::vector<std::string> scan(std::string_view text) {
  std::vector<std::string> found;
  const ScannedImports scanned = scan_imports(text);
  for (const ScannedImport& each : scanned.imports) {
    std::string& line = found.emplace_back(std::string(each.level, '.') + std::string(each.module));
    if (!each.alias.empty()) line += " as " + std::string(each.alias);
    if (each.is_from && each.name_count > 0) line += ':';
    for (const ImportedName& name : scanned.names_of(each)) {
      line += ' ' + std::string(name.name);
      if (!name.alias.empty()) line += '=' + std::string(name.alias);
    }
  }
  return found;
}

TEST(ScanImports, ReadsPlainImports) {
  EXPECT_THAT(scan("import os\n"), ElementsAre("os"));
  EXPECT_THAT(scan("import os.path as p, a . b, c as d\n"), ElementsAre("os.path as p", "a.b", "c as d"));
}

TEST(ScanImports, ReadsNamesOfFromImports) {
  EXPECT_THAT(scan("from a.b import c, d as e\n"), ElementsAre("a.b: c d=e"));
  EXPECT_THAT(scan("from a import *\n"), ElementsAre("a: *"));
  EXPECT_THAT(scan("from a import(b)\n"), ElementsAre("a: b"));
}

TEST(ScanImports, CountsTheDotsOfRelativeImports) {
  EXPECT_THAT(scan("from . import a\n"), ElementsAre(".: a"));
  EXPECT_THAT(scan("from.import a\n"), ElementsAre(".: a"));
  EXPECT_THAT(scan("from ...a.b import c\n"), ElementsAre("...a.b: c"));
  EXPECT_THAT(scan("from . . a import b\n"), ElementsAre("..a: b"));
}

TEST(ScanImports, GoesOnOverLinesInParentheses) {
  EXPECT_THAT(scan("from a import (  # why (not\n"
                   "    b as c,  # , d\n"
                   "\n"
                   "    e,\n"
                   ")\n"),
              ElementsAre("a: b=c e"));
}

TEST(ScanImports, GoesOnBehindABackslash) {
  EXPECT_THAT(scan("from a \\\n  import b, \\\r\n  c\nimport \\\r  d\n"), ElementsAre("a: b c", "d"));
  EXPECT_THAT(scan("from \\\n.a \\\n. \\\nb import c\n"), ElementsAre(".a.b: c"));
}

TEST(ScanImports, FindsStatementsBesideOthersOnTheLine) {
  EXPECT_THAT(scan("if x: import a; from b import c;import d\n"), ElementsAre("a", "b: c", "d"));
  EXPECT_THAT(scan("try:from a import b\nexcept E:\timport c\n"), ElementsAre("a: b", "c"));
}

TEST(ScanImports, KnowsAllNewlinesIndentationsAndTheByteOrderMark) {
  EXPECT_THAT(scan("import a\rimport b\r\n  import c\n\timport d\n\fimport e"),
              ElementsAre("a", "b", "c", "d", "e"));
  EXPECT_THAT(scan("\xEF\xBB\xBFimport a\n"), ElementsAre("a"));
  EXPECT_THAT(scan("\xEF\xBB\xBF"
                   "from a import b\n"),
              ElementsAre("a: b"));
}

TEST(ScanImports, TakesNamesBeyondAscii) {
  EXPECT_THAT(scan("from é.ü import größe, naïve\n"), ElementsAre("é.ü: größe naïve"));
}

TEST(ScanImports, ABackslashThatEndsACommentContinuesNothing) {
  EXPECT_THAT(scan("# a path: C:\\\nimport a\n"), ElementsAre("a"));
  EXPECT_THAT(scan("# C:\\\nfrom a import b\n"), ElementsAre("a: b"));
}

TEST(ScanImports, NothingThatLooksLikeAnImportHidesARealOne) {
  EXPECT_THAT(scan("# so: from a import (b,\nimport c\n"), testing::Contains("c"));
  EXPECT_THAT(scan("# so: from a import (b,\nfrom c import d\n"), testing::Contains("c: d"));
  EXPECT_THAT(scan("'''\nfrom a import (b,  # '''; import c\n"), testing::Contains("c"));
  EXPECT_THAT(scan("# so: import a, \\\nimport c\n"), testing::Contains("c"));
}

TEST(ScanImports, OtherWordsAreNoImports) {
  EXPECT_THAT(scan("important = 1\nreimport(x)\nx.import_ = importlib\nimport_module('a')\n"), IsEmpty());
  EXPECT_THAT(scan("# import a\nraise E from e\nyield from imports\ntext = 'import a'\n"), IsEmpty());
  EXPECT_THAT(scan("# taken from a import of old\n"), IsEmpty());
}

TEST(ScanImports, TextThatEndsEarlyIsNoTrouble) {
  const std::string_view whole = "from ..a import (b as c, # d\n e); import f.g as h, \\\n i";
  for (std::size_t size = 0; size < whole.size(); ++size) scan(whole.substr(0, size));
  EXPECT_THAT(scan("import"), IsEmpty());
  EXPECT_THAT(scan("from a import"), ElementsAre("a"));
}

TEST(ScanImports, TellsWhereEachImportStands) {
  const std::string_view text = "x = 1; from a import (b,\n  c) # d\nimport e, f";
  const ScannedImports scanned = scan_imports(text);
  ASSERT_EQ(scanned.imports.size(), 3U);
  const auto& from = scanned.imports.front();
  EXPECT_EQ(text.substr(from.begin, from.end - from.begin), "from a import (b,\n  c");
  EXPECT_EQ(scanned.imports[1].begin, scanned.imports[2].begin);
  EXPECT_EQ(scanned.imports[2].end, text.size());
}

TEST(ScanImports, TimeGrowsWithTheTextOnly) {
  // Each of these would be quadratic if a list or a way back were followed from every word again.
  for (const char* piece : {"import ", ":import a,", "import a,\\\n", ":from a import (#",
                            "from a import (b,\n", "import\\\n", "from.", "a.import."}) {
    std::string text;
    while (text.size() < 1'000'000) text += piece;
    const auto begin = std::chrono::steady_clock::now();
    scan_imports(text);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5)) << piece;
  }
}

}  // namespace
}  // namespace forklint::workspace
