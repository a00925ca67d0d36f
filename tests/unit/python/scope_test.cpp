// Which scope owns a name, and what its bindings say.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

#include "tests/unit/python/snippet.h"
#include "tests/unit/python/syntax_dump.h"

namespace forklint::python::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// The `index`th binding of a name in the text.
const Binding& binding(const Scope& scope, std::string_view name, std::size_t index = 0) {
  const auto found = scope.names.find(name);
  if (found == scope.names.end()) throw std::invalid_argument("the scope does not own " + std::string(name));
  return *found->second.at(index);
}

std::string value_text(const PythonModule& module, const Binding& binding) {
  return binding.value == nullptr ? "" : std::string(module.source().text(binding.value->span));
}

TEST(Scopes, ModulesOwnWhatTheirStatementsBind) {
  const PythonModule module = parse_bytes(R"(
import a.b, c as d
from e import f, g as h
i = j, (k, *l) = 1
m: int
n += 1
for o in p: pass
with q as r: pass
try: pass
except E as s: pass
def t(u): v = 1
class w: x = 1
if (y := 1): pass
del z
match q:
    case [aa, *bb]: pass
)");
  EXPECT_THAT(owned(module.scope()), ElementsAre("a", "aa", "bb", "d", "f", "h", "i", "j", "k", "l", "m", "n",
                                                 "o", "r", "s", "t", "w", "y", "z"));
  EXPECT_THAT(owned(*function_named(module, "t").scope), ElementsAre("u", "v"));
  EXPECT_THAT(owned(*class_named(module, "w").scope), ElementsAre("x"));
}

TEST(Scopes, ParametersOfEveryKindBelongToTheirFunction) {
  const PythonModule module = parse_bytes(R"(
def f(a, /, b=1, *c, d: int = 2, **e): pass
g = lambda h, *i: h
def j(k, *, l): pass
)");
  EXPECT_THAT(owned(*function_named(module, "f").scope), ElementsAre("a", "b", "c", "d", "e"));
  EXPECT_THAT(owned(*function_named(module, "").scope), ElementsAre("h", "i"));
  EXPECT_THAT(owned(*function_named(module, "j").scope), ElementsAre("k", "l"));
  EXPECT_EQ(binding(*function_named(module, "f").scope, "d").parameter->kind, ParameterKind::keyword_only);
}

TEST(Scopes, GlobalNamesBelongToTheModule) {
  const PythonModule module = parse_bytes(R"(
def f():
    global a, b
    a = 1
    import b
    class C:
        global c
        c = 1
a = 2
)");
  EXPECT_THAT(owned(module.scope()), ElementsAre("a", "b", "c", "f"));
  const Function& function = function_named(module, "f");
  EXPECT_THAT(owned(*function.scope), ElementsAre("C"));
  EXPECT_EQ(binding(module.scope(), "a").performed_in, function.scope);
  EXPECT_EQ(binding(module.scope(), "a", 1).performed_in, &module.scope());
  EXPECT_EQ(binding(module.scope(), "c").performed_in, class_named(module, "C").scope);
}

TEST(Scopes, NonlocalNamesBelongToTheNearestFunctionThatHasThem) {
  const PythonModule module = parse_bytes(R"(
x = 0
def a():
    class Between:
        x = 1
        def b(self):
            def c():
                nonlocal x
                x = 2
    x = 3
)");
  const Scope& outer = *function_named(module, "a").scope;
  EXPECT_THAT(owned(outer), ElementsAre("Between", "x"));
  EXPECT_EQ(outer.names.at("x").size(), 2U);
  EXPECT_EQ(binding(outer, "x").performed_in, function_named(module, "c").scope);
  EXPECT_THAT(owned(*function_named(module, "c").scope), IsEmpty());
}

TEST(Scopes, NonlocalInAClassBodyMayComeBeforeTheBindingThatItMeans) {
  const PythonModule module = parse_bytes(R"(
def f():
    class C:
        nonlocal x
        x = 1
    x = 2
)");
  EXPECT_THAT(owned(*function_named(module, "f").scope), ElementsAre("C", "x"));
  EXPECT_THAT(owned(*class_named(module, "C").scope), IsEmpty());
}

TEST(Scopes, NonlocalWithoutAnOwnerStaysWhereItIs) {
  const PythonModule module = parse_bytes("def f():\n    nonlocal x\n    x = 1\n");
  EXPECT_THAT(owned(*function_named(module, "f").scope), ElementsAre("x"));
  expect_reaching("def f():\n    nonlocal x\n    x = 1  #: one\n    use(x)  #? x: one\n");
}

TEST(Scopes, ComprehensionsOwnTheirTargetsButNoWalrus) {
  const PythonModule module = parse_bytes(R"(
def f(a):
    return [(y, w := x) for x in a for y, *z in x if (v := y)]
)");
  EXPECT_THAT(owned(*function_named(module, "f").scope), ElementsAre("a", "v", "w"));
  for_each_expr(module, [](const Expr& expr) {
    const auto* comprehension = as<Comprehension>(&expr);
    if (comprehension == nullptr) return;
    EXPECT_THAT(owned(*comprehension->scope), ElementsAre("x", "y", "z"));
    EXPECT_EQ(comprehension->scope->kind, ScopeKind::comprehension);
  });
  const Binding& walrus = binding(*function_named(module, "f").scope, "v");
  EXPECT_EQ(walrus.performed_in->kind, ScopeKind::comprehension);
}

TEST(Scopes, WalrusInAComprehensionObeysGlobal) {
  const PythonModule module = parse_bytes("def f(a):\n    global x\n    [x := i for i in a]\n");
  EXPECT_THAT(owned(module.scope()), ElementsAre("f", "x"));
}

TEST(Scopes, NestAsTheTextDoes) {
  const PythonModule module = parse_bytes(R"(
class A:
    def f(self):
        return lambda: [x for x in self]
)");
  const Scope* method = function_named(module, "f").scope;
  EXPECT_EQ(method->kind, ScopeKind::function);
  EXPECT_EQ(method->function, &function_named(module, "f"));
  EXPECT_EQ(method->parent, class_named(module, "A").scope);
  EXPECT_EQ(method->parent->kind, ScopeKind::class_);
  EXPECT_EQ(method->parent->parent, &module.scope());
  EXPECT_EQ(module.scope().parent, nullptr);
  EXPECT_EQ(function_named(module, "").scope->parent, method);
}

TEST(Scopes, FirstIterableIsReadOutsideOfItsComprehension) {
  const PythonModule module = parse_bytes("[a for b in c for d in e]\n");
  for_each_expr(module, [&](const Expr& expr) {
    const Name* name = as<Name>(&expr);
    if (name == nullptr || module.scope_of(*name) == nullptr) return;
    const bool is_outside = module.scope_of(*name) == &module.scope();
    EXPECT_EQ(is_outside, name->id == "c") << name->id;
  });
}

TEST(Bindings, SayWhichPartOfAValueTheyTake) {
  const PythonModule module = parse_bytes("a, (b, *c), d = e = f()\n*g, h = i\n");
  const Scope& scope = module.scope();
  EXPECT_THAT(binding(scope, "a").unpack, ElementsAre(0));
  EXPECT_THAT(binding(scope, "b").unpack, ElementsAre(1, 0));
  EXPECT_THAT(binding(scope, "c").unpack, ElementsAre(1, -1));
  EXPECT_THAT(binding(scope, "d").unpack, ElementsAre(2));
  EXPECT_THAT(binding(scope, "e").unpack, IsEmpty());
  EXPECT_THAT(binding(scope, "h").unpack, ElementsAre(-1));
  EXPECT_EQ(value_text(module, binding(scope, "b")), "f()");
}

TEST(Bindings, SayWhereTheirValueComesFrom) {
  const PythonModule module = parse_bytes(R"(
for a, b in rows: pass
with lock as c: pass
try: pass
except Error as d: pass
match subject:
    case [e]: pass
f += 1
g: int
)");
  const Scope& scope = module.scope();
  EXPECT_EQ(binding(scope, "b").kind, BindingKind::loop_target);
  EXPECT_EQ(value_text(module, binding(scope, "b")), "rows");
  EXPECT_THAT(binding(scope, "b").unpack, ElementsAre(1));
  EXPECT_EQ(binding(scope, "c").kind, BindingKind::with_target);
  EXPECT_EQ(value_text(module, binding(scope, "c")), "lock");
  EXPECT_EQ(binding(scope, "d").kind, BindingKind::exception);
  EXPECT_EQ(value_text(module, binding(scope, "d")), "Error");
  EXPECT_EQ(binding(scope, "e").kind, BindingKind::capture);
  EXPECT_EQ(value_text(module, binding(scope, "e")), "subject");
  EXPECT_EQ(binding(scope, "f").kind, BindingKind::augmented);
  EXPECT_EQ(binding(scope, "g").kind, BindingKind::annotation);
}

TEST(Bindings, OfImportsPointAtTheBoundName) {
  const PythonModule module =
      parse_bytes("import a.b, c.d as e\nfrom ..f import g, h as i\nfrom j import *\n");
  const Scope& scope = module.scope();
  const auto text = [&](const char* name) { return module.source().text(binding(scope, name).span); };
  EXPECT_EQ(text("a"), "a");
  EXPECT_EQ(text("e"), "e");
  EXPECT_EQ(text("g"), "g");
  EXPECT_EQ(text("i"), "i");
  EXPECT_EQ(binding(scope, "a").import_item->name, "a.b");
  EXPECT_EQ(binding(scope, "e").kind, BindingKind::import);
  EXPECT_EQ(binding(scope, "i").kind, BindingKind::import_from);
  EXPECT_EQ(binding(scope, "i").import_item->name, "h");
  EXPECT_EQ(binding(scope, "i").import_stmt->level, 2U);
  ASSERT_EQ(scope.star_imports.size(), 1U);
  EXPECT_EQ(scope.star_imports[0]->import_stmt->module, "j");
  EXPECT_EQ(module.imports().size(), 3U);
}

TEST(Bindings, StandInOrderOfTheTextWhereverTheyHappen) {
  const PythonModule module = parse_bytes("def f():\n    global x\n    x = 1\nx = 2\ndel x\n");
  EXPECT_EQ(value_text(module, binding(module.scope(), "x", 0)), "1");
  EXPECT_EQ(value_text(module, binding(module.scope(), "x", 1)), "2");
  EXPECT_EQ(binding(module.scope(), "x", 2).kind, BindingKind::deletion);
}

TEST(Bindings, InDamagedStatementsAreMarked) {
  const PythonModule module = parse_bytes("a = f(1 2)\nb = f(1)\n");
  ASSERT_FALSE(module.notices().empty());
  EXPECT_TRUE(binding(module.scope(), "a").damaged);
  EXPECT_FALSE(binding(module.scope(), "b").damaged);
}

TEST(Modules, ListFunctionsAndClassesInOrderOfTheText) {
  const PythonModule module = parse_bytes(R"(
def a():
    class B:
        def c(self): pass
    def d(): pass
@decorator(lambda: 1)
def e(): pass
class F: pass
)");
  std::vector<std::string_view> functions;
  for (const Function* function : module.functions()) functions.push_back(function->name);
  EXPECT_THAT(functions, ElementsAre("a", "c", "d", "e", ""));
  std::vector<std::string_view> classes;
  for (const Class* definition : module.classes()) classes.push_back(definition->name);
  EXPECT_THAT(classes, ElementsAre("B", "F"));
}

TEST(Modules, WithoutCodeHaveAScope) {
  const PythonModule module = parse_bytes("");
  EXPECT_THAT(owned(module.scope()), IsEmpty());
  EXPECT_TRUE(module.calls().empty());
}

}  // namespace
}  // namespace forklint::python::testing
