// String and number literals: what they mean.
#include <gtest/gtest.h>

#include "python/literals.h"
#include "tests/unit/python/syntax_dump.h"

namespace forklint::python::testing {
namespace {

struct Literal {
  const char* source;
  const char* expected;
};

class Strings : public ::testing::TestWithParam<Literal> {};

TEST_P(Strings, AreDecoded) {
  const PythonModule module = parse_bytes(GetParam().source);
  EXPECT_EQ(dump(module.body()), std::string(GetParam().expected) + "\n");
  EXPECT_TRUE(module.notices().empty());
}

constexpr Literal kLiterals[] = {
    {"'fork'", "\"fork\""},
    {"''", "\"\""},
    {"'''a\nb'''", "\"a\nb\""},
    {"'''a\r\nb'''", "\"a\nb\""},
    {R"('a\tb\'\\\x41\101\u00e4\U0001F600')", "\"a\tb'\\AA\xC3\xA4\xF0\x9F\x98\x80\""},
    {R"('\q\8')", R"("\q\8")"},
    {"'a\\\nb'", "\"ab\""},
    {R"('\ud800')", "\"\xEF\xBF\xBD\""},
    {R"(r'a\n')", R"("a\n")"},
    {R"(b'\xff')", "b\"\xFF\""},
    {R"(b'\u0041')", R"(b"\u0041")"},
    {R"(Rb'\n')", R"(b"\n")"},
    {"u'a'", "\"a\""},
    {"'fo' \"rk\"", "\"fork\""},
    {"('a'\n 'b' r'\\n')", R"("ab\n")"},
    {"f'a{{b}}'", "\"a{b}\""},
    {"f'{x}'", "f{x}"},
    {"f'{x!r:>{width}} {y=}' 'z'", "f{x, width, y}"},
    {"f'{a:{b:{c}}}'", "f{a, b, c}"},
    {R"(f"{d["k"]} {f'{g()}'}")", "f{d[\"k\"], f{g()}}"},
    {"f'''{\n  f(x)  # why\n}'''", "f{f(x)}"},
    {"f'{a, b} {(yield)} {lambda_}'", "f{(a, b), (yield), lambda_}"},
    {"rf'\\{x}'", "f{x}"},
    {"t'{x} y'", "f{x}"},
    {R"('\N{BULLET}')", "f{}"},
};

INSTANTIATE_TEST_SUITE_P(All, Strings, ::testing::ValuesIn(kLiterals));

TEST(FString, GivesItsExpressionsTheirPlaceInTheFile) {
  const PythonModule module = parse_bytes("log(f\"{os.fork()} of {n:{w}}\")");
  EXPECT_EQ(misplaced_spans(module), "");
  const auto& call = *as<Call>(as<ExpressionStmt>(module.body()[0])->value);
  const auto& text = *as<String>(call.arguments[0].value);
  EXPECT_EQ(module.source().text(text.interpolations[0]->span), "os.fork()");
  EXPECT_EQ(module.source().text(text.interpolations[1]->span), "n");
}

TEST(StringValue, NeedsNoCopyWhenTheFileHasItAsItIs) {
  const PythonModule module = parse_bytes("'spawn'");
  const auto& text = *as<String>(as<ExpressionStmt>(module.body()[0])->value);
  EXPECT_EQ(text.value.data(), module.source().bytes().data() + 1);
}

TEST(StringValue, IsUtf8WhateverTheFileIs) {
  EXPECT_EQ(dump_source("# -*- coding: latin-1 -*-\n'\xE4'"), "\"\xC3\xA4\"\n");
}

TEST(Integers, AreReadInEveryNotation) {
  EXPECT_EQ(integer_value("0"), 0);
  EXPECT_EQ(integer_value("1_000"), 1000);
  EXPECT_EQ(integer_value("0x_fF"), 255);
  EXPECT_EQ(integer_value("0b101"), 5);
  EXPECT_EQ(integer_value("0o17"), 15);
  EXPECT_EQ(integer_value("017"), 15);
  EXPECT_EQ(integer_value("10L"), 10);
  EXPECT_EQ(integer_value("9223372036854775807"), INT64_MAX);
  EXPECT_EQ(integer_value("9223372036854775808"), std::nullopt);
  EXPECT_EQ(integer_value("2j"), std::nullopt);
}

}  // namespace
}  // namespace forklint::python::testing
