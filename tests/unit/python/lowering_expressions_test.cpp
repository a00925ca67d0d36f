// Expressions: what each form of Python becomes, stated in the notation of syntax_dump.h.
#include <gtest/gtest.h>

#include "tests/unit/python/syntax_dump.h"

namespace forklint::python::testing {
namespace {

struct Example {
  const char* source;
  const char* expected;
};

class Expressions : public ::testing::TestWithParam<Example> {};

TEST_P(Expressions, AreLowered) {
  const PythonModule module = parse_bytes(GetParam().source);
  EXPECT_EQ(dump(module.body()), std::string(GetParam().expected) + "\n");
  EXPECT_TRUE(module.notices().empty());
  EXPECT_EQ(misplaced_spans(module), "");
}

constexpr Example kExamples[] = {
    {"a.b.c", "a.b.c"},
    {"f(a, *b, k=c, **d)", "f(a, *b, k=c, **d)"},
    {"f(x for x in y)", "f((x for x in y))"},
    {"f(g()(1))", "f(g()(1))"},
    {"(a)", "a"},
    {"()", "()"},
    {"a,", "(a,)"},
    {"a, b", "(a, b)"},
    {"(a, *b)", "(a, *b)"},
    {"[a, b]", "[a, b]"},
    {"{a, b}", "{a, b}"},
    {"{}", "{}"},
    {"{'k': v, **w}", "{\"k\": v, **w}"},
    {"a[1]", "a[1]"},
    {"a[1, 2]", "a[1, 2]"},
    {"a[(1, 2)]", "a[(1, 2)]"},
    {"a[1:2, ::3, *b]", "a[slice(1, 2), slice(3), *b]"},
    {"a + b * c ** -d", "(a + (b * (c ** (-d))))"},
    {"a @ b // c", "((a @ b) // c)"},
    {"not a and b or c", "(((not a) and b) or c)"},
    {"a < b <= c", "(a < b <= c)"},
    {"a not  in b is  not c", "(a not in b is not c)"},
    {"a <> b", "(a != b)"},
    {"a if b else c if d else e", "(a if b else (c if d else e))"},
    {"(a := f())", "(a := f())"},
    {"await f()", "(await f())"},
    {"lambda: x", "(lambda : x)"},
    {"lambda a, /, b=1, *c, d, **e: x", "(lambda a/, b=1, *c, *,d, **e: x)"},
    {"[x for x in y if a if b for z in x]", "[x for x in y if a if b for z in x]"},
    {"{x async for x in y}", "{x async for x in y}"},
    {"{k: v for k, v in y}", "{k: v for (k, v) in y}"},
    {"(x for x in y)", "(x for x in y)"},
    {"[x for x in 1, 2]", "[x for x in (1, 2)]"},
    {"None, True, False, ...", "(None, True, False, ...)"},
    {"print", "print"},
    {"match, case, type, _", "(match, case, type, _)"},
    {"match(a)[b].c", "match(a)[b].c"},
    {"print('a') % b", "(print(\"a\") % b)"},
    {"a\\\n  .b", "a.b"},
    {"\xC3\xA4.\xC3\xB6()", "\xC3\xA4.\xC3\xB6()"},
};

INSTANTIATE_TEST_SUITE_P(All, Expressions, ::testing::ValuesIn(kExamples));

const Expr& only_expression(const PythonModule& module) {
  return *as<ExpressionStmt>(module.body()[0])->value;
}

TEST(Call, KnowsItsParenthesesAndTheSpansOfItsArguments) {
  const PythonModule module = parse_bytes("pool . map( f, key = 2,*rest)");
  const auto& call = *as<Call>(&only_expression(module));
  EXPECT_EQ(module.source().text(call.parentheses), "( f, key = 2,*rest)");
  EXPECT_EQ(module.source().text(call.arguments[0].span), "f");
  EXPECT_EQ(module.source().text(call.arguments[1].span), "key = 2");
  EXPECT_EQ(module.source().text(call.arguments[1].name_span), "key");
  EXPECT_EQ(module.source().text(call.arguments[2].span), "*rest");
}

TEST(Call, SharesNoParenthesesWithItsOnlyGenerator) {
  const PythonModule module = parse_bytes("any(x for x in y)");
  const auto& call = *as<Call>(&only_expression(module));
  EXPECT_EQ(module.source().text(call.parentheses), "(x for x in y)");
  EXPECT_EQ(module.source().text(call.arguments[0].value->span), "x for x in y");
}

TEST(Attribute, KnowsWhereItsNameIs) {
  const PythonModule module = parse_bytes("a.\\\nbcd");
  const auto& attribute = *as<Attribute>(&only_expression(module));
  EXPECT_EQ(module.source().text(attribute.name_span), "bcd");
}

TEST(Parentheses, BelongToTheExpressionAroundThem) {
  const PythonModule module = parse_bytes("(a) + (b)");
  const auto& sum = *as<Binary>(&only_expression(module));
  EXPECT_EQ(module.source().text(sum.span), "(a) + (b)");
  EXPECT_EQ(module.source().text(sum.left->span), "a");
}

TEST(Annotation, IsAnExpressionLikeAnyOther) {
  EXPECT_EQ(dump_source("x: Optional[Dict[str, a.B[int]]]"), "x: Optional[Dict[str, a.B[int]]]\n");
  EXPECT_EQ(dump_source("x: int | None = None"), "x: (int | None) = None\n");
  EXPECT_EQ(dump_source("def f(*a: *Ts, b: 'C' = 1) -> List[int]: pass"),
            "def f(*a: *Ts, *,b: \"C\"=1) -> List[int]:\n  pass\n");
}

}  // namespace
}  // namespace forklint::python::testing
