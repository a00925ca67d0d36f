// Calls and attribute bindings: in which order, in which function, under which conditions.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <memory_resource>

#include "python/arena.h"
#include "python/evaluation_order.h"
#include "tests/unit/python/snippet.h"
#include "tests/unit/python/syntax_dump.h"

namespace forklint::python::testing {
namespace {

using ::testing::ElementsAre;

std::string text(const PythonModule& module, const Expr& expr) {
  return std::string(module.source().text(expr.span));
}

// The callees, in order of evaluation.
std::vector<std::string> call_order(std::string code) {
  const PythonModule module = parse_bytes(std::move(code));
  std::vector<std::string> result;
  for (const CallSite& site : module.calls()) result.push_back(text(module, *site.call->callee));
  return result;
}

// "callee: conditions" for each call, without those that evaluate the conditions themselves.
std::vector<std::string> call_regions(std::string code) {
  const PythonModule module = parse_bytes(std::move(code));
  std::vector<std::string> result;
  for (const CallSite& site : module.calls()) {
    const std::string region = describe_region(module, site.region);
    result.push_back(text(module, *site.call->callee) + (region.empty() ? "" : ": " + region));
  }
  return result;
}

TEST(CallOrder, ArgumentsComeBeforeTheirCall) {
  EXPECT_THAT(call_order("a(b(), *c(), d=e(f()))(g())\n"),
              ElementsAre("b", "c", "f", "e", "a", "g", "a(b(), *c(), d=e(f()))"));
  EXPECT_THAT(call_order("a().b().c(d())\n"), ElementsAre("a", "a().b", "d", "a().b().c"));
}

TEST(CallOrder, ValuesComeBeforeTheirTargets) {
  EXPECT_THAT(call_order("a().x = b()[c()] = d()\n"), ElementsAre("d", "a", "b", "c"));
  EXPECT_THAT(call_order("a().x += b()\n"), ElementsAre("b", "a"));
  EXPECT_THAT(call_order("for a().x in b(): c()\nelse: d()\n"), ElementsAre("b", "a", "c", "d"));
  EXPECT_THAT(call_order("with a() as b().x, c(): d()\n"), ElementsAre("a", "b", "c", "d"));
}

TEST(CallOrder, ExpressionsRunAsPythonRunsThem) {
  EXPECT_THAT(call_order("b() if a() else c()\n"), ElementsAre("a", "b", "c"));
  EXPECT_THAT(call_order("{a(): b(), **c()}\n"), ElementsAre("a", "b", "c"));
  EXPECT_THAT(call_order("a() < b() < c() and d() or not e()\n"), ElementsAre("a", "b", "c", "d", "e"));
  EXPECT_THAT(call_order("[c() for x in a() if b()]\n"), ElementsAre("a", "b", "c"));
  EXPECT_THAT(call_order("f'{a()}{b():{c()}}'\n"), ElementsAre("a", "b", "c"));
  EXPECT_THAT(call_order("a()[b():c()]\n"), ElementsAre("a", "b", "c"));
}

TEST(CallOrder, StatementsRunAsPythonRunsThem) {
  EXPECT_THAT(call_order("assert a(), b()\n"), ElementsAre("a", "b"));
  EXPECT_THAT(call_order("del a().x, b()[c()]\n"), ElementsAre("a", "b", "c"));
  EXPECT_THAT(call_order("def f():\n    raise a() from b()\n    return c()\n"), ElementsAre("a", "b", "c"));
  EXPECT_THAT(call_order("match a():\n    case b.C(1) if d(): e()\n"), ElementsAre("a", "d", "e"));
}

TEST(CallOrder, DefinitionsEvaluateTheirHeaderAndPostponeTheirBody) {
  const char* code = R"(
@a()
def f(x=b(), y: c() = d()) -> e():
    body()
@g()
class C(h(), metaclass=i()):
    j()
    def method(self): later()
last()
)";
  EXPECT_THAT(call_order(code),
              ElementsAre("a", "b", "d", "c", "e", "g", "h", "i", "j", "last", "body", "later"));
}

TEST(CallOrder, IsTheOrderNumberOfTheSite) {
  const PythonModule module = parse_bytes("a(b())\nself.x = c()\nd()\n");
  std::vector<std::uint32_t> orders;
  for (const CallSite& site : module.calls()) orders.push_back(site.order);
  EXPECT_TRUE(std::is_sorted(orders.begin(), orders.end()));
  ASSERT_EQ(module.attribute_bindings().size(), 1U);
  EXPECT_LT(module.calls()[2].order, module.attribute_bindings()[0].order);
  EXPECT_LT(module.attribute_bindings()[0].order, module.calls()[3].order);
}

TEST(CallSites, KnowTheirFunctionAndScope) {
  const PythonModule module = parse_bytes(R"(
top()
class C:
    in_class()
    def method(self):
        [in_comprehension() for x in y]
        class D:
            in_inner_class()
        return lambda: in_lambda()
)");
  for (const CallSite& site : module.calls()) {
    const std::string callee = text(module, *site.call->callee);
    EXPECT_EQ(module.site_of(*site.call), &site);
    if (callee == "top" || callee == "in_class") {
      EXPECT_EQ(site.function, nullptr) << callee;
    } else {
      const bool is_lambda = callee == "in_lambda";
      EXPECT_EQ(site.function, &function_named(module, is_lambda ? "" : "method")) << callee;
    }
  }
  EXPECT_EQ(module.calls()[0].scope, &module.scope());
  EXPECT_EQ(module.calls()[1].scope, class_named(module, "C").scope);
  EXPECT_EQ(module.calls()[2].scope->kind, ScopeKind::comprehension);
}

TEST(CallSites, OfDamagedCodeAreLeftOut) {
  const PythonModule module = parse_bytes("a()\nb(c() d())\nif x y:\n    e()\nf()\n");
  std::vector<std::string> callees;
  for (const CallSite& site : module.calls()) {
    EXPECT_FALSE(site.call->damaged);
    callees.push_back(text(module, *site.call->callee));
  }
  EXPECT_THAT(callees, ::testing::Contains("a"));
  EXPECT_THAT(callees, ::testing::Contains("f"));
  for (const char* damaged : {"b", "c", "d"}) {
    EXPECT_THAT(callees, ::testing::Not(::testing::Contains(damaged)));
  }
}

TEST(Regions, OfBranches) {
  EXPECT_THAT(call_regions(R"(
if a: x()
elif b: y()
elif c(): z()
else: w()
after()
)"),
              ElementsAre("x: if a", "y: unless a > if b", "c: unless a > unless b",
                          "z: unless a > unless b > if c()", "w: unless a > unless b > unless c()", "after"));
}

TEST(Regions, OfExpressions) {
  EXPECT_THAT(call_regions("x() if a else y()\n"), ElementsAre("x: if a", "y: unless a"));
  EXPECT_THAT(call_regions("a and x()\na or y()\n"), ElementsAre("x: if a", "y: unless a"));
  EXPECT_THAT(call_regions("a and x() and y()\n"), ElementsAre("x: if a", "y: if a and x()"));
  EXPECT_THAT(
      call_regions("[y() for i in x() if a if z() for j in w()]\n"),
      ElementsAre("x", "z: loop > if a", "w: loop > if a > if z()", "y: loop > if a > if z() > loop"));
}

TEST(Regions, OfLoops) {
  EXPECT_THAT(call_regions("for i in x(): y()\nelse: z()\n"), ElementsAre("x", "y: loop", "z: else"));
  EXPECT_THAT(call_regions("while x(): y()\nelse: z()\n"), ElementsAre("x", "y: loop", "z: else"));
}

TEST(Regions, OfTries) {
  EXPECT_THAT(call_regions(R"(
try: a()
except b(): c()
else: d()
finally: e()
f()
)"),
              ElementsAre("a: try", "d: else", "b", "c: except", "e: finally", "f"));
}

TEST(Regions, OfWithItemsBeginAfterTheirOwnContext) {
  EXPECT_THAT(call_regions("with lock, b() as x: c()\nd()\n"),
              ElementsAre("b: with lock", "c: with lock > with b()", "d"));
}

TEST(Regions, OfCases) {
  EXPECT_THAT(call_regions("match x:\n    case 1 if a: b()\n    case _: c()\nd()\n"),
              ElementsAre("b: case > if a", "c: case", "d"));
}

TEST(Regions, AssertionsHoldForTheRestOfTheBlock) {
  EXPECT_THAT(call_regions("if a:\n    assert b, x()\n    y()\nz()\n"),
              ElementsAre("x: if a > unless b", "y: if a > if b", "z"));
}

TEST(Regions, WhatHoldsEndsWithItsBlock) {
  EXPECT_THAT(call_regions("class C:\n    assert a\nx()\n"), ElementsAre("x"));
  EXPECT_THAT(call_regions("if a: pass\nelse:\n    assert b\n    x()\ny()\n"),
              ElementsAre("x: unless a > if b", "y"));
}

TEST(Regions, OnlyLeadingExitsHoldWhenSeveralBranchesGoOn) {
  EXPECT_THAT(call_regions(R"(
def f():
    if a: return
    elif b: pass
    elif c: return
    x()
)"),
              ElementsAre("x: unless a"));
}

TEST(Regions, EarlyExitsSayWhatHoldsAfterThem) {
  EXPECT_THAT(call_regions(R"(
def f():
    for i in j:
        if a: continue
        if b: break
        w()
    if c: return
    if d: raise E
    elif e: return
    x()
    if g: pass
    else: return
    y()
    if h: return
    elif i: pass
    else: return
    z()
)"),
              ElementsAre("w: loop > unless a > unless b", "x: unless c > unless d > unless e",
                          "y: unless c > unless d > unless e > if g",
                          "z: unless c > unless d > unless e > if g > unless h > if i"));
}

TEST(Regions, ABlockLeavesWhenAllOfItsPathsDo) {
  EXPECT_THAT(call_regions(R"(
def f():
    if a:
        with lock:
            if x: return 1
            else: raise E
    b()
    if c:
        try: return 1
        finally: pass
    d()
    if e:
        while True: pass
    g()
    if h:
        while True: break
    i()
    if j:
        try: return 1
        except E: pass
    k()
    if l:
        try: pass
        except E: return 1
        else: return 2
    m()
)"),
              ElementsAre("b: unless a", "d: unless a > unless c", "g: unless a > unless c > unless e",
                          "i: unless a > unless c > unless e", "k: unless a > unless c > unless e",
                          "m: unless a > unless c > unless e > unless l"));
}

TEST(Regions, BeginAnewInEveryFunction) {
  EXPECT_THAT(call_regions("if a:\n    def f(x=b()): c()\n    class C: d()\n"),
              ElementsAre("b: if a", "d: if a", "c"));
}

TEST(Regions, AreKnownOfBindings) {
  const PythonModule module = parse_bytes("if a:\n    x = 1\n");
  EXPECT_EQ(describe_region(module, module.scope().names.at("x").front()->region), "if a");
}

TEST(AttributeBindings, OfEveryKindOfTarget) {
  const PythonModule module = parse_bytes(R"(
class C:
    def __init__(self, ctx):
        self.a = ctx
        self.b, (self.c, d) = ctx
        self.e: int = ctx
        self.f: int
        self.g += ctx
        with ctx as self.h: pass
        for self.i in ctx: pass
        if ctx: self.j.k = ctx
        del self.l
)");
  std::vector<std::string> bound;
  for (const AttributeBinding& binding : module.attribute_bindings()) {
    bound.push_back(text(module, *binding.target));
    EXPECT_EQ(binding.function, &function_named(module, "__init__"));
    EXPECT_NE(binding.value, nullptr);
  }
  EXPECT_THAT(bound,
              ElementsAre("self.a", "self.b", "self.c", "self.e", "self.g", "self.h", "self.i", "self.j.k"));
  EXPECT_THAT(module.attribute_bindings()[2].unpack, ElementsAre(1, 0));
  EXPECT_EQ(module.attribute_bindings()[4].kind, BindingKind::augmented);
  EXPECT_EQ(module.attribute_bindings()[5].kind, BindingKind::with_target);
  EXPECT_EQ(describe_region(module, module.attribute_bindings()[7].region), "if ctx");
}

// a.m().m() ... with `links` calls, made by hand: no parser is needed to be as deep as this.
const Expr* call_chain(std::pmr::memory_resource& arena, int links) {
  std::uint32_t number = 0;
  const auto make = [&]<typename T>(T* node) {
    node->kind = T::kKind;
    node->number = number++;
    return node;
  };
  const Expr* chain = make(allocate<Name>(arena));
  for (int i = 0; i < links; ++i) {
    Attribute* attribute = make(allocate<Attribute>(arena));
    attribute->value = chain;
    Call* call = make(allocate<Call>(arena));
    call->callee = attribute;
    BoolOp* both = make(allocate<BoolOp>(arena));
    both->left = call;
    both->right = make(allocate<Constant>(arena));
    chain = both;
  }
  return chain;
}

TEST(LongSpines, AreWalkedWithoutRecursion) {
  constexpr int kLinks = 300'000;
  std::pmr::monotonic_buffer_resource arena;
  auto* stmt = allocate<ExpressionStmt>(arena);
  stmt->kind = StmtKind::expression;
  stmt->value = call_chain(arena, kLinks);
  const std::array<const Stmt*, 1> body{stmt};
  ModuleDraft draft{.index = std::vector<std::uint32_t>(4 * kLinks + 1, kNoIndex)};
  NameTable names;
  EvaluationOrder walk(body, draft, names);
  EXPECT_TRUE(walk.next().has_value());
  EXPECT_EQ(draft.calls.size(), static_cast<std::size_t>(kLinks));
  EXPECT_FALSE(walk.next().has_value());
}

TEST(LongSpines, OfElifsAndComprehensionsToo) {
  constexpr std::size_t kLinks = 5'000;
  std::string branches = "if a: f()\n";
  std::string loops = "[f()";
  for (std::size_t i = 0; i < kLinks; ++i) {
    branches += "elif a: f()\n";
    loops += " for a in b";
  }
  EXPECT_EQ(call_order(branches).size(), kLinks + 1);
  EXPECT_EQ(call_order(loops + "]\n").size(), 1U);
}

}  // namespace
}  // namespace forklint::python::testing
