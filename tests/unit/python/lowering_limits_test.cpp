// Hostile and odd input: guards, encodings, newlines, depth.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "python/guards.h"
#include "tests/unit/python/syntax_dump.h"

namespace forklint::python::testing {
namespace {

using ::testing::ElementsAre;

std::string repeat(std::string_view text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

TEST(Guard, RefusesFilesThatAreTooLarge) {
  Limits limits;
  limits.max_bytes = 10;
  const PythonModule module = parse_bytes("os.fork()  # x", limits);
  EXPECT_TRUE(module.body().empty());
  ASSERT_EQ(module.notices().size(), 1U);
  EXPECT_EQ(module.notices()[0].text, "14 bytes, more than the limit of 10; not analysed");
  EXPECT_EQ(module.notices()[0].path, "test.py");
}

// The parser's time grows with the square of comment lines that follow each other.
TEST(Guard, GivesUpWhenTheTimeIsOver) {
  Limits limits;
  limits.max_time = std::chrono::milliseconds(20);
  const PythonModule module = parse_bytes("os.fork()\n" + repeat("#\n", 20'000), limits);
  EXPECT_TRUE(module.body().empty());
  ASSERT_EQ(module.notices().size(), 1U);
  EXPECT_EQ(module.notices()[0].text, "the parser took too long; not analysed");
}

TEST(Guard, RefusesBracketsThatPythonWouldRefuse) {
  EXPECT_EQ(dump_source("a\n" + repeat("(", 201) + repeat(")", 201)),
            "# 2: brackets nested more than 200 deep; not analysed\n");
  EXPECT_EQ(dump_source(repeat("(", 200) + "x" + repeat(")", 200)), "x\n");
  EXPECT_EQ(dump_source(repeat("[", 1'000'000)), "# 1: brackets nested more than 200 deep; not analysed\n");
}

TEST(Guard, CountsNoBracketsInStringsAndComments) {
  const std::string many = repeat("(", 300);
  EXPECT_EQ(dump_source("a  # " + many + "\n'" + many + "'\nb").substr(0, 2), "a\n");
  EXPECT_FALSE(check_guards("'''" + many + "'''\nf'{x:" + many + "}'", {}).refusal);
  EXPECT_TRUE(check_guards("f'{x}' + " + many, {}).refusal);
}

TEST(Guard, RefusesIndentationThatPythonWouldRefuse) {
  std::string source;
  for (std::size_t level = 0; level <= 101; ++level) source += std::string(level, ' ') + "if x:\n";
  EXPECT_EQ(dump_source(source + std::string(102, ' ') + "a()\n"),
            "# 102: more than 100 levels of indentation; not analysed\n");
}

TEST(Guard, RefusesWhatIsNoText) {
  EXPECT_EQ(dump_source(std::string("a\nb\0c", 5)),
            "# 2: NUL byte in the text, which Python does not read; not analysed\n");
  EXPECT_EQ(dump_source(std::string("\xFF\xFE"
                                    "a\0",
                                    4)),
            "# 0: UTF-16 text, which Python does not read; not analysed\n");
  EXPECT_EQ(dump_source(std::string("\xFF\xFE\0\0", 4)),
            "# 0: UTF-32 text, which Python does not read; not analysed\n");
}

TEST(LogicalLines, JoinBracketsStringsAndBackslashes) {
  const auto lines = [](std::string_view text) { return check_guards(text, {}).lines; };
  EXPECT_THAT(lines("a\nb"), ElementsAre(0, 2));
  EXPECT_THAT(lines("f(\nx)\ny"), ElementsAre(0, 6));
  EXPECT_THAT(lines("'''\nx'''\ny"), ElementsAre(0, 9));
  EXPECT_THAT(lines("a + \\\nb\nc"), ElementsAre(0, 8));
  EXPECT_THAT(lines("f'{\nx}'\ny"), ElementsAre(0, 8));
  EXPECT_THAT(lines("f'{d[\")\"]}' + (\nx)\ny"), ElementsAre(0, 19));
  EXPECT_THAT(lines("f'''{x:{\nw}}\n'''\ny"), ElementsAre(0, 17));
  EXPECT_THAT(lines("rf'\\{x}\\'{y}'\ny"), ElementsAre(0, 14));
  EXPECT_THAT(lines("'it\\'s (' \ny # (\nz"), ElementsAre(0, 11, 17));
}

TEST(Newlines, OfEveryKindEndLines) {
  const char* expected = "if a:\n  b()\nc()\n";
  EXPECT_EQ(dump_source("if a:\n  b()\nc()\n"), expected);
  EXPECT_EQ(dump_source("if a:\r\n  b()\r\nc()\r\n"), expected);
  EXPECT_EQ(dump_source("if a:\r  b()\rc()\r"), expected);
  EXPECT_EQ(dump_source("if a:\r\n  b()\rc()"), expected);
}

TEST(Newlines, DoNotMoveSpans) {
  const PythonModule module = parse_bytes("a\r# c\rb()\r");
  EXPECT_EQ(module.source().text(module.body()[1]->span), "b()");
  EXPECT_EQ(module.source().text(module.comments()[0].span), "# c");
}

TEST(ByteOrderMark, IsNoCode) {
  const PythonModule module = parse_bytes("\xEF\xBB\xBFos.fork()");
  EXPECT_EQ(dump(module.body()), "os.fork()\n");
  EXPECT_EQ(module.body()[0]->span, (Span{3, 12}));
  EXPECT_TRUE(module.notices().empty());
}

TEST(Encoding, DeclaredOneIsTolerated) {
  EXPECT_EQ(dump_source("# coding: latin-1\nx = '\xE4'  # \xE4\na()\n"), "x = \"\xC3\xA4\"\na()\n");
}

TEST(Encoding, UndeclaredOneIsSaidAndReadAsFarAsPossible) {
  EXPECT_EQ(
      dump_source("a()\n# \xE4\nb()\n"),
      "a()\nb()\n# 2: not valid UTF-8 and no other encoding declared; analysed as far as it can be read\n");
}

class DeepChain : public ::testing::TestWithParam<std::string> {};

TEST_P(DeepChain, KeepsItsOperandsAndSaysSo) {
  const PythonModule module = parse_bytes(GetParam() + "\nlast()\n");
  ASSERT_EQ(module.body().size(), 2U);
  EXPECT_EQ(dump(module.body().subspan(1)), "last()\n");
  ASSERT_EQ(module.notices().size(), 1U);
  EXPECT_EQ(module.notices()[0].text, "nested too deeply; analysed in part");
  bool has_first = false;
  for_each_expr(module, [&](const Expr& expr) {
    const auto* name = as<Name>(&expr);
    has_first = has_first || (name != nullptr && name->id == "first");
  });
  EXPECT_TRUE(has_first) << "the innermost operand got lost";
}

INSTANTIATE_TEST_SUITE_P(All, DeepChain,
                         ::testing::Values("first" + repeat(".b", 100'000), "first" + repeat("()", 100'000),
                                           "first" + repeat("+1", 100'000), "first" + repeat("[1]", 100'000),
                                           "first" + repeat(" and x", 100'000)));

TEST(DeepRightSide, IsBounded) {
  for (const std::string& source :
       {repeat("not ", 100'000) + "x", repeat("-", 100'000) + "x", repeat("a if b else ", 50'000) + "c",
        repeat("lambda: ", 50'000) + "x", "x" + repeat(" ** x", 100'000), repeat("await ", 50'000) + "x"}) {
    const PythonModule module = parse_bytes(source);
    ASSERT_FALSE(module.notices().empty()) << source.substr(0, 20);
    EXPECT_EQ(module.notices()[0].text, "nested too deeply; analysed in part") << source.substr(0, 20);
  }
}

TEST(LongFlatInput, IsNoDepth) {
  EXPECT_TRUE(parse_bytes("if a: b\n" + repeat("elif a: b\n", 20'000)).notices().empty());
  EXPECT_TRUE(parse_bytes(repeat("a = ", 50'000) + "b").notices().empty());
  EXPECT_TRUE(parse_bytes("a" + repeat(" < a", 50'000)).notices().empty());
  EXPECT_TRUE(parse_bytes(repeat("'a' ", 50'000)).notices().empty());
  EXPECT_TRUE(parse_bytes(repeat("a;", 50'000)).notices().empty());
  EXPECT_TRUE(parse_bytes("x = [" + repeat("'a',", 100'000) + "]").notices().empty());
}

TEST(Garbage, IsSurvived) {
  EXPECT_FALSE(parse_bytes(repeat(")", 100'000)).notices().empty());
  EXPECT_FALSE(parse_bytes(repeat("f\"{", 1'000)).notices().empty());
  EXPECT_FALSE(parse_bytes(repeat("\xFF\xFE", 10'000).insert(0, "x")).notices().empty());
  EXPECT_FALSE(parse_bytes(repeat("else:\n", 10'000)).notices().empty());
}

}  // namespace
}  // namespace forklint::python::testing
