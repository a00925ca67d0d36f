// Files with syntax errors: recovery invents calls, so what is near an error must be marked; the rest of the
// file must stay trusted, and the user must be told.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/python/syntax_dump.h"

namespace forklint::python::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

TEST(MissingColon, InventsNoCallAndLeavesTheOtherStatementsAlone) {
  const std::string source = "a()\nif __name__ == '__main__'\n    os.fork()\nb()\n";
  EXPECT_THAT(trusted_calls(source), ElementsAre("a()", "b()"));
  EXPECT_THAT(dump_source(source), HasSubstr("# 3: syntax error; analysed in part"));
}

TEST(MissingColon, InALoopInventsNoCall) {
  EXPECT_THAT(trusted_calls("for x in y\n    a()\n    b()\nc()\n"), ElementsAre("c()"));
}

TEST(UnclosedBracket, EndsAtTheNextStatementThatCannotBeInIt) {
  EXPECT_THAT(trusted_calls("a()\nx = foo(1, 2\ny = os.fork()\ndef f():\n    g()\nh()\n"),
              ElementsAre("a()", "g()", "h()"));
  EXPECT_THAT(trusted_calls("def f(:\n    pass\nb()\n"), ElementsAre("b()"));
}

TEST(HalfTypedAttribute, DoesNotTakeTheNextLine) {
  // The grammar reads `os.` and `fork()` as one call, without an error.
  const std::string source = "def f():\n    a()\n    os.\n    fork()\n    c()\n";
  EXPECT_THAT(trusted_calls(source), ElementsAre("a()", "c()"));
  EXPECT_THAT(dump_source(source), HasSubstr("# 3: syntax error; analysed in part"));
}

TEST(HalfTypedOperator, DoesNotTakeTheNextLine) {
  EXPECT_THAT(trusted_calls("x = 5 +\nos.fork()\ny()\n"), ElementsAre("y()"));
  EXPECT_THAT(trusted_calls("if x and\n    a():\n    b()\n"), ElementsAre("b()"));
}

TEST(HalfTypedImport, LeavesTheLinesAroundIt) {
  EXPECT_THAT(trusted_calls("a()\nimport \nb()\nfrom x import\nc()\nos.\nd()\n"),
              ElementsAre("a()", "b()", "c()", "d()"));
}

TEST(TwoStatementsOnALine, AreNoCallOfACall) {
  EXPECT_THAT(trusted_calls("a() b()\nc()\n"), ElementsAre("c()"));
  EXPECT_THAT(trusted_calls("x = f(a() b())\nc()\n"), ElementsAre("c()"));
}

TEST(UnclosedString, HidesWhatIsInIt) {
  EXPECT_THAT(trusted_calls("a()\nx = \"\"\"abc\nos.fork()\n"), ElementsAre("a()"));
  EXPECT_THAT(trusted_calls("a()\nprint(f\"{x\nos.fork()\ndef f():\n  g()\n"), ElementsAre("a()", "g()"));
}

TEST(MergeConflict, KeepsBothSides) {
  const std::string source = "a()\n<<<<<<< HEAD\nb()\n=======\nc()\n>>>>>>> branch\nd()\n";
  EXPECT_THAT(trusted_calls(source), ElementsAre("a()", "b()", "c()", "d()"));
  EXPECT_THAT(parse_bytes(source).notices(), SizeIs(1));
}

TEST(NotebookMagic, DamagesItsOwnLineOnly) {
  const std::string source = "%matplotlib inline\n!ls\nx = !ls\nb()\n";
  EXPECT_THAT(trusted_calls(source), ElementsAre("b()"));
  EXPECT_THAT(parse_bytes(source).notices(), SizeIs(1));
}

TEST(MissingExcept, LeavesTheStatementsBehindIt) {
  EXPECT_THAT(trusted_calls("def f():\n    try:\n        a()\n    b()\nc()\n"),
              ElementsAre("a()", "b()", "c()"));
}

TEST(DeepError, DoesNotDamageTheStatementAroundIt) {
  const std::string source =
      "class A:\n    def f(self):\n        a()\n        x = = 1\n        c()\n        d()\n";
  EXPECT_EQ(dump_source(source),
            "class A():\n  method f(self):\n    a()\n    !x = 1\n    c()\n    d()\n"
            "# 4: syntax error; analysed in part\n");
}

TEST(GapsOfTheGrammar, DamageWhatTheyAreIn) {
  EXPECT_THAT(trusted_calls("class C[T = int](f()):\n    a()\nb()\n"), ElementsAre("a()", "b()"));
  EXPECT_THAT(trusted_calls("x = {**d() for d in ds()}\nb()\n"), ElementsAre("b()"));
}

TEST(Python2, IsSaidOnceAndKeepsTheRest) {
  const std::string source = "print 'x', f()\nexec 'c' in d\nprint >>g, h\na()\n";
  EXPECT_EQ(dump_source(source),
            "!?(\"x\", f())\n!?(\"c\", d)\n!?(g, h)\na()\n# 1: looks like Python 2; analysed in part\n");
}

TEST(Notice, CountsTheErrorsAndNamesTheFirstLine) {
  const std::string text = dump_source("a\nx = = 1\nb\ny = = 2\n");
  EXPECT_THAT(text, HasSubstr("# 2: 2 syntax errors, the first here; analysed in part\n"));
}

TEST(Header, IsDamagedWithoutItsBody) {
  EXPECT_EQ(dump_source("if f(a b):\n    g()\nh()\n"),
            "!if f(a):\n  g()\nh()\n# 1: syntax error; analysed in part\n");
}

TEST(Truncation, NeverCrashesNorLosesASpan) {
  const std::string source =
      "@d(a)\nclass A(B, k=1):\n  async def f(self, *a: int, **k):\n    with open(x) as f, (yield): pass\n"
      "    try:\n      return [f'{x!r:>{w}}' for x in y if z]\n    except* E as e: raise F from e\n"
      "match x:\n  case {'a': B(c=d), **r} if q: lambda u=1: (v := {1: 2, **w})\n"
      "for i, j in a[1:2, ...]: a.b = c = not -d or await e\nelse: del a, b\n";
  for (std::size_t length = 0; length <= source.size(); ++length) {
    const PythonModule module = parse_bytes(source.substr(0, length));
    EXPECT_EQ(misplaced_spans(module), "") << "of the first " << length << " bytes";
  }
  for (std::size_t gap = 0; gap < source.size(); ++gap) {
    const PythonModule module = parse_bytes(source.substr(0, gap) + source.substr(gap + 1));
    EXPECT_EQ(misplaced_spans(module), "") << "without byte " << gap;
  }
}

}  // namespace
}  // namespace forklint::python::testing
