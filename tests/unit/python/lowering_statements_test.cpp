// Statements and definitions: what each form of Python becomes.
#include <gtest/gtest.h>

#include "tests/unit/python/syntax_dump.h"

namespace forklint::python::testing {
namespace {

struct Example {
  const char* source;
  const char* expected;
};

class Statements : public ::testing::TestWithParam<Example> {};

TEST_P(Statements, AreLowered) {
  const PythonModule module = parse_bytes(GetParam().source);
  EXPECT_EQ(dump(module.body()), GetParam().expected);
  EXPECT_TRUE(module.notices().empty());
  EXPECT_EQ(misplaced_spans(module), "");
}

constexpr Example kSimple[] = {
    {"", ""},
    {"# only a comment", ""},
    {"a; b; c", "a\nb\nc\n"},
    {"a = b = f()", "a = b = f()\n"},
    {"a, *b = c, d = e", "(a, *b) = (c, d) = e\n"},
    {"a.b, c[d] = e", "(a.b, c[d]) = e\n"},
    {"[a, (b, c)] = d", "[a, (b, c)] = d\n"},
    {"a //= b, c", "a //= (b, c)\n"},
    {"a: int", "a: int\n"},
    {"a.b: int = 1", "a.b: int = 1\n"},
    {"x = yield a", "x = (yield a)\n"},
    {"yield from a", "(yield from a)\n"},
    {"return", "return\n"},
    {"return a, b", "return (a, b)\n"},
    {"raise", "raise\n"},
    {"raise A from b", "raise A from b\n"},
    {"del a, b.c", "del a, b.c\n"},
    {"del (a)", "del a\n"},
    {"assert a, b", "assert a, b\n"},
    {"pass; break; continue", "pass\nbreak\ncontinue\n"},
    {"global a, b", "global a, b\n"},
    {"nonlocal a", "nonlocal a\n"},
    {"import a.b, c as d", "import a.b, c as d\n"},
    {"import a . b", "import a.b\n"},
    {"from a import (b, c as d,)", "from a import b, c as d\n"},
    {"from ... import a", "from ... import a\n"},
    {"from .a.b import *", "from .a.b import *\n"},
    {"from __future__ import annotations", "from __future__ import annotations\n"},
    {"type A[T: int] = list[T]", "type A\n"},
    {"type = 5", "type = 5\n"},
};
INSTANTIATE_TEST_SUITE_P(Simple, Statements, ::testing::ValuesIn(kSimple));

constexpr Example kCompound[] = {
    {"if a: b\nelif c: d\nelif e: f\nelse: g", "if a:\n  b\nelif c:\n  d\nelif e:\n  f\nelse:\n  g\n"},
    {"while a:\n  b\nelse:\n  c", "while a:\n  b\nelse:\n  c\n"},
    {"for a, b in c, d:\n  e\nelse:\n  f", "for (a, b) in (c, d):\n  e\nelse:\n  f\n"},
    {"async for a in b: c", "async for a in b:\n  c\n"},
    {"try: a\nexcept (B, C) as d: e\nexcept: f\nelse: g\nfinally: h",
     "try:\n  a\nexcept (B, C) as d:\n  e\nexcept:\n  f\nelse:\n  g\nfinally:\n  h\n"},
    {"try: a\nexcept* B as c: d", "try:\n  a\nexcept B as c:\n  d\n"},
    {"try: a\nexcept B, C: d", "try:\n  a\nexcept (B, C):\n  d\n"},
    {"with a as b, c: d", "with a as b, c:\n  d\n"},
    {"with (a as b, c,): d", "with a as b, c:\n  d\n"},
    {"with (a as b): c", "with a as b:\n  c\n"},
    {"with (a, b): c", "with a, b:\n  c\n"},
    {"with (a, b) as c: d", "with (a, b) as c:\n  d\n"},
    {"with (a): b", "with a:\n  b\n"},
    {"async with a as (b, c.d): e", "async with a as (b, c.d):\n  e\n"},
    {"def f(): pass", "def f():\n  pass\n"},
    {"@a\n@b.c(d)\nasync def f(): yield", "@a\n@b.c(d)\nasync gen def f():\n  (yield)\n"},
    {"def f():\n  def g(): yield\n  return lambda: (yield)",
     "def f():\n  gen def g():\n    (yield)\n  return (lambda : (yield))\n"},
    {"def f(a, b, /, c=1, *, d: int, **e): pass", "def f(a/, b/, c=1, *,d: int, **e):\n  pass\n"},
    {"def f[T: (A, B), *Ts, **P](x: T): pass", "def f(x: T):\n  pass\n"},
    {"def f(a, (b, c)): pass", "def f(a, ):\n  pass\n"},
    {"class A: pass", "class A():\n  pass\n"},
    {"@a\nclass B[T](C, metaclass=D, *e):\n  def f(self):\n    def g(): pass\n  if x:\n    def h(self): pass",
     "@a\nclass B(C, metaclass=D, *e):\n  method f(self):\n    def g():\n      pass\n"
     "  if x:\n    method h(self):\n      pass\n"},
};
INSTANTIATE_TEST_SUITE_P(Compound, Statements, ::testing::ValuesIn(kCompound));

constexpr Example kMatch[] = {
    {"match a:\n  case b: c", "match a:\ncase values() captures(b):\n  c\n"},
    {"match a, b:\n  case _: c", "match (a, b):\ncase values() captures():\n  c\n"},
    {"match *a, b:\n  case 1 | -2 | 'x' | None: c",
     "match (*a, b):\ncase values(1, 2, \"x\", None) captures():\n  c\n"},
    {"match a:\n  case b.c if d: e", "match a:\ncase values(b.c) captures() if d:\n  e\n"},
    {"match a:\n  case B(c, d=e, f=C.g): h", "match a:\ncase values(B, C.g) captures(c, e):\n  h\n"},
    {"match a:\n  case [b, *c] | (b, c): d", "match a:\ncase values() captures(b, c, b, c):\n  d\n"},
    {"match a:\n  case {'k': b, **c} as d: e", "match a:\ncase values(\"k\") captures(b, c, d):\n  e\n"},
    {"match a:\n  case b, c: d", "match a:\ncase values() captures(b, c):\n  d\n"},
};
INSTANTIATE_TEST_SUITE_P(Match, Statements, ::testing::ValuesIn(kMatch));

TEST(Definition, SpansItsDecorators) {
  const PythonModule module = parse_bytes("@a\ndef f(x: int = 1): pass");
  const Function& function = *as<FunctionDef>(module.body()[0])->function;
  EXPECT_EQ(module.source().text(function.span), "@a\ndef f(x: int = 1): pass");
  EXPECT_EQ(module.source().text(function.name_span), "f");
  EXPECT_EQ(module.source().text(function.parameters[0].span), "x: int = 1");
  EXPECT_EQ(module.source().text(function.parameters[0].name_span), "x");
}

TEST(Handler, KnowsItsNameAndItsSpan) {
  const PythonModule module = parse_bytes("try: a\nexcept B as c: d");
  const Handler& handler = as<Try>(module.body()[0])->handlers[0];
  EXPECT_EQ(module.source().text(handler.span), "except B as c: d");
  EXPECT_EQ(module.source().text(handler.name_span), "c");
}

TEST(ImportItem, SpansNameAndAlias) {
  const PythonModule module = parse_bytes("from a import (b, c as d)");
  const auto& import = *as<ImportFrom>(module.body()[0]);
  EXPECT_EQ(module.source().text(import.items[1].span), "c as d");
}

TEST(Comments, AreFoundWhereverTheyStand) {
  const PythonModule module = parse_bytes(
      "# one\nf(a,  # two\n  b)\ndef g[T  # three\n](x,  # four\n): pass\n"
      "from m import (  # five\n  n)\ntype A = list[  # six\n  int]\nif x:  # seven\n  '# no'\n  # eight\n"
      "class C(  # nine\n  B): pass\n");
  std::string found;
  for (const Comment& comment : module.comments()) found += module.source().utf8(comment.span) + "\n";
  EXPECT_EQ(found, "# one\n# two\n# three\n# four\n# five\n# six\n# seven\n# eight\n# nine\n");
}

}  // namespace
}  // namespace forklint::python::testing
