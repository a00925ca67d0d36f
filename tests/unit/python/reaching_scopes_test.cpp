// Which bindings reach a use from other scopes. Expectations are comments: see snippet.h.
#include <gtest/gtest.h>

#include "tests/unit/python/snippet.h"
#include "tests/unit/python/syntax_dump.h"

namespace forklint::python::testing {
namespace {

TEST(ReachingScopes, FunctionsSeeEveryBindingOfTheScopesAround) {
  expect_reaching(R"(
x = 1                    #: one
def f():
    use(x)               #? x: one, two, f_global
    use(y)               #? y: y
    use(missing)         #? missing: unbound
x = 2                    #: two
del x
y: int
y = 3                    #: y
def g():
    global x
    x = 4                #: f_global
    use(x)               #? x: one, two, f_global
use(x)                   #? x: f_global, unbound
)");
}

TEST(ReachingScopes, FunctionsKeepTheirOwnNames) {
  expect_reaching(R"(
x = 0                        #: module
def f(x, y=x, *args, **kw):  #: parameters #? x: module
    use(x)                   #? x: parameters
    use(args)                #? args: parameters
    use(kw)                  #? kw: parameters
    if y:                    #? y: parameters
        x = 1                #: local
    use(x)                   #? x: parameters, local
    def g():
        use(x)               #? x: parameters, local
def h():
    use(x)                   #? x: module
def local():
    use(x)                   #? x: unbound
    x = 1                    #: late
)");
}

TEST(ReachingScopes, NonlocalBindingsMayHappenAtAnyCall) {
  expect_reaching(R"(
def f():
    x = 0                #: outer
    def g():
        nonlocal x
        x = 1            #: inner
        use(x)           #? x: outer, inner
    use(x)               #? x: outer, inner
    g()
    use(x)               #? x: outer, inner
)");
}

TEST(ReachingScopes, LambdasRunLater) {
  expect_reaching(R"(
x = 1                            #: one
f = lambda y, z=x: use(x, y)     #: lambda #? y: lambda
g = lambda: use(x)               #? x: one, two
x = 2                            #: two
)");
}

TEST(ReachingScopes, ComprehensionsRunWhereTheyStand) {
  expect_reaching(R"(
x = 1                            #: one
[use(x, i) for i in range(x)]    #: list #? x: one #? i: list
x = 2                            #: two
{k: v for k, v in x if use(k)}   #: dict #? k: dict #? x: two
use(i)                           #? i: unbound
)");
}

TEST(ReachingScopes, WalrusInAComprehensionBindsAroundIt) {
  expect_reaching(R"(
def f(a):
    if any((hit := x) for x in a):   #: walrus
        use(hit)                     #? hit: walrus, unbound
    [use(y) for z in a if (y := z)]  #: y #? y: y
)");
}

TEST(ReachingScopes, ClassBodiesRunInPlaceAndHideFromTheirMethods) {
  expect_reaching(R"(
x = 1                    #: module
class A(use(x)):         #? x: module
    use(x)               #? x: module
    x = x                #: member #? x: module
    use(x)               #? x: member
    y = [
        use(x)           #? x: module
        for i in use(x)  #? x: member
    ]
    def method(self, default=x):  #? x: member
        use(x)           #? x: module, later
x = 2                    #: later
)");
}

TEST(ReachingScopes, ClassBodiesInFunctionsSkipTheFunctionForNamesOfTheirOwn) {
  expect_reaching(R"(
x = 1                    #: module
def f():
    x = 2                #: local
    class A:
        use(x)           #? x: module
        if a:
            x = 3        #: member
        use(x)           #? x: module, member
    class B:
        use(x)           #? x: local
)");
}

TEST(ReachingScopes, DecoratorsDefaultsAndAnnotationsAreReadAround) {
  expect_reaching(R"(
d = 1                            #: d
@d                               #? d: d
def d(d: d = d) -> d:            #: function #? d: d
    use(d)                       #? d: function
use(d)                           #? d: function
@d                               #? d: function
class C(metaclass=d):            #? d: function
    pass
)");
}

TEST(ReachingScopes, StarImportsSupplyWhatNothingElseBinds) {
  expect_reaching(R"(
use(Pool)                #? Pool: unbound
from a import *          #: a
use(Pool)                #? Pool: *a, unbound
if c:
    Pool = None          #: none
use(Pool)                #? Pool: none, *a, unbound
from b import *          #: b
use(Queue)               #? Queue: *a, *b, unbound
def f():
    use(Lock)            #? Lock: *a, *b, *c, unbound
    local: int
    use(local)           #? local: unbound
    use(Pool)            #? Pool: none, last
Pool = 1                 #: last
use(Pool)                #? Pool: last
from c import *          #: c
)");
}

TEST(ReachingScopes, ShadowedBuiltinsAreOrdinaryNames) {
  expect_reaching(R"(
print(1)                 #? print: unbound
if c:
    def print(x): pass   #: shadow
print(1)                 #? print: shadow, unbound
)");
}

TEST(ReachingScopes, DecoratedAndNestedFunctionsOfEveryDepth) {
  expect_reaching(R"(
def a():
    x = 1                #: a
    def b():
        def c():
            def d():
                use(x)   #? x: a
        class C:
            x = 2
            def m(self):
                use(x)   #? x: a
)");
}

TEST(ReachingScopes, UsesOfAModuleOutliveItsMove) {
  PythonModule first = parse_bytes("import os\nos.fork()\n");
  const PythonModule second = std::move(first);
  int found = 0;
  for_each_expr(second, [&](const Expr& expr) {
    const Name* name = as<Name>(&expr);
    if (name == nullptr) return;
    ++found;
    ASSERT_EQ(second.use_of(*name).bindings.size(), 1U);
    EXPECT_EQ(second.use_of(*name).bindings.front()->import_item->name, "os");
    EXPECT_EQ(second.scope_of(*name), &second.scope());
  });
  EXPECT_EQ(found, 1);
}

}  // namespace
}  // namespace forklint::python::testing
