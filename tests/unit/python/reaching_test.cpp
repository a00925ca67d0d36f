// Which bindings reach a use. The snippets carry their expectations in comments: see snippet.h.
#include <gtest/gtest.h>

#include "tests/unit/python/snippet.h"
#include "tests/unit/python/syntax_dump.h"

namespace forklint::python::testing {
namespace {

TEST(Reaching, OnlyTheLastOfUnconditionalBindings) {
  expect_reaching(R"(
x = 1        #: first
use(x)       #? x: first
x = 2        #: second
use(x)       #? x: second
x = f(x)     #: third #? x: second
use(x)       #? x: third
)");
}

TEST(Reaching, NothingBeforeTheFirstBinding) {
  expect_reaching(R"(
use(x)       #? x: unbound
x = 1        #: one
use(x)       #? x: one
use(y)       #? y: unbound
)");
}

TEST(Reaching, EveryBranchOfAnIf) {
  expect_reaching(R"(
x = 0        #: before
if a:
    x = 1    #: one
elif b:
    use(x)   #? x: before
elif c:
    x = 2    #: two
use(x)       #? x: before, one, two
if a:
    y = 1    #: y1
else:
    y = 2    #: y2
use(y)       #? y: y1, y2
if a:
    z = 1    #: z
use(z)       #? z: z, unbound
)");
}

TEST(Reaching, WalrusInATestBindsForTheBranchesAfterIt) {
  expect_reaching(R"(
if (a := f()):          #: first
    use(a)              #? a: first
elif (a := g()):        #: second
    use(a)              #? a: second
else:
    use(a)              #? a: second
use(a)                  #? a: first, second
b = 0                   #: zero
f() and (b := 1)        #: one
use(b)                  #? b: zero, one
c = (d := 1) if a else (e := 2)   #: cde
use(d)                  #? d: cde, unbound
use(e)                  #? e: cde, unbound
)");
}

TEST(Reaching, BranchesThatLeaveAreForgotten) {
  expect_reaching(R"(
def f(a):
    x = 0            #: zero
    if a == 1:
        x = 1        #: one
        use(x)       #? x: one
        return
    if a == 2:
        x = 2        #: two
        raise ValueError(x)   #? x: two
    use(x)           #? x: zero
    if a == 3:
        x = 3        #: three
    else:
        return
    use(x)           #? x: three
)");
}

TEST(Reaching, DeadCodeIsReadAsIfItWereReached) {
  expect_reaching(R"(
def f(a):
    x = 1            #: one
    return
    use(x)           #? x: one
    if a:
        x = 2        #: two
    use(x)           #? x: one, two
    for i in a:      #: i
        use(i)       #? i: i
    use(x)           #? x: one, two
)");
}

TEST(Reaching, AssertionsAndTheirMessages) {
  expect_reaching(R"(
x = 0                        #: zero
assert a, (x := f())         #: message
use(x)                       #? x: zero
)");
}

TEST(Reaching, DeletedNamesAreUnbound) {
  expect_reaching(R"(
x = 1        #: one
if a:
    del x
use(x)       #? x: one, unbound
del x
use(x)       #? x: unbound
x = y = 2    #: two
del (x, y)
use(y)       #? y: unbound
)");
}

TEST(Reaching, AnnotationsWithoutAValueBindNothing) {
  expect_reaching(R"(
x: int
use(x)       #? x: unbound
x = 1        #: one
x: int
use(x)       #? x: one
y: int = 2   #: two
use(y)       #? y: two
)");
}

TEST(Reaching, AugmentedAssignmentReadsAndBinds) {
  expect_reaching(R"(
x = 1        #: one
x += 1       #: more #? x: one
use(x)       #? x: more
)");
}

TEST(Reaching, ImportFallbacksBothReach) {
  expect_reaching(R"(
try:
    import torch                 #: torch
except ImportError:
    torch = None                 #: none
use(torch)                       #? torch: torch, none
try:
    from a import Pool           #: a
except ImportError:
    from b import Pool           #: b
else:
    use(Pool)                    #? Pool: a
Pool()                           #? Pool: a, b
)");
}

TEST(Reaching, ImportsBindTheNameThatTheyGive) {
  expect_reaching(R"(
import a.b.c                     #: dotted
import a.b as c                  #: alias
from . import x                  #: relative
from .m import y as z            #: renamed
a                                #? a: dotted
c                                #? c: alias
x                                #? x: relative
z                                #? z: renamed
y                                #? y: unbound
b                                #? b: unbound
)");
}

TEST(Reaching, HandlersSeeWhateverTheTryMayHaveDone) {
  expect_reaching(R"(
x = 0            #: zero
try:
    x = 1        #: one
    use(x)       #? x: one
    x = 2        #: two
except A:
    use(x)       #? x: zero, one, two
    x = 3        #: three
except B as e:   #: e
    use(x)       #? x: zero, one, two
    use(e)       #? e: e
    raise
else:
    use(x)       #? x: two
use(x)           #? x: two, three
use(e)           #? e: unbound
)");
}

TEST(Reaching, ExceptionNamesAreUnboundAfterTheirHandler) {
  expect_reaching(R"(
e = 1            #: one
try:
    f()
except E as e:   #: caught
    use(e)       #? e: caught
use(e)           #? e: one, unbound
)");
}

TEST(Reaching, FinallySeesEveryWayIntoIt) {
  expect_reaching(R"(
def f():
    x = 0            #: zero
    try:
        x = 1        #: one
        if a:
            x = 2    #: two
            return
        x = 3        #: three
    except E:
        x = 4        #: four
        raise
    finally:
        use(x)       #? x: zero, one, two, three, four
        y = 1        #: y
    use(x)           #? x: three
    use(y)           #? y: y
)");
}

TEST(Reaching, WhatFinallyBindsReplacesWhatCameIn) {
  expect_reaching(R"(
x = 0            #: zero
try:
    x = 1        #: one
finally:
    x = 2        #: two
use(x)           #? x: two
try:
    x = 3        #: three
finally:
    if a:
        x = 4    #: four
use(x)           #? x: two, three, four
)");
}

TEST(Reaching, BreakAndContinuePassThroughFinally) {
  expect_reaching(R"(
x = 0                    #: zero
y = 0                    #: y0
for i in a:
    use(x)               #? x: zero, continued, last
    try:
        if b:
            x = 1        #: broken
            break
        if c:
            x = 2        #: continued
            continue
    finally:
        y = 1            #: y1
    x = 3                #: last
use(x)                   #? x: zero, broken, continued, last
use(y)                   #? y: y0, y1
)");
}

TEST(Reaching, NothingGoesOnAfterAFinallyThatLeaves) {
  expect_reaching(R"(
def f():
    if a:
        x = 1            #: one
        try:
            use(x)       #? x: one
        finally:
            return
    else:
        x = 2            #: two
    use(x)               #? x: two
)");
}

TEST(Reaching, FinallyThatLeavesStopsTheBreak) {
  expect_reaching(R"(
def f():
    x = 0            #: zero
    for i in a:
        try:
            x = 1    #: one
            break
        finally:
            return
    use(x)           #? x: zero
)");
}

TEST(Reaching, LoopBodiesReachTheirOwnHead) {
  expect_reaching(R"(
x = 0            #: zero
for i in a:      #: i
    use(x)       #? x: zero, two
    use(i)       #? i: i
    x = 1        #: one
    use(x)       #? x: one
    x = 2        #: two
use(x)           #? x: zero, two
use(i)           #? i: i, unbound
)");
}

TEST(Reaching, NestedLoopsReachEachOther) {
  expect_reaching(R"(
x = 0                #: zero
while a:
    use(x)           #? x: zero, inner, outer
    while b:
        use(x)       #? x: zero, inner, outer
        x = 1        #: inner
    use(x)           #? x: zero, inner, outer
    if c:
        x = 2        #: outer
use(x)               #? x: zero, inner, outer
for i in a:
    x = 3            #: third
    for j in b:
        use(x)       #? x: third, fourth
        x = 4        #: fourth
    use(x)           #? x: third, fourth
)");
}

TEST(Reaching, ANameDeletedInALoopMayBeUnboundAtItsHead) {
  expect_reaching(R"(
x = 0            #: zero
for i in a:
    use(x)       #? x: zero, unbound
    del x
use(x)           #? x: zero, unbound
)");
}

TEST(Reaching, BreakAndContinueTakeTheirBindingsAlong) {
  expect_reaching(R"(
x = 0                #: zero
for i in a:
    if b:
        x = 1        #: broken
        break
    if c:
        x = 2        #: continued
        continue
    use(x)           #? x: zero, continued
else:
    use(x)           #? x: zero, continued
    x = 3            #: else
use(x)               #? x: broken, else
)");
}

TEST(Reaching, EndlessLoopsEndOnlyByBreak) {
  expect_reaching(R"(
x = 0            #: zero
while True:
    x = 1        #: one
    if a:
        x = 2    #: two
        break
use(x)           #? x: two
)");
}

TEST(Reaching, WithTargetsAndBodiesGoStraightThrough) {
  expect_reaching(R"(
with a() as x, b(x) as (y, z):   #: with #? x: with
    use(x)                       #? x: with
    w = 1                        #: w
use(z)                           #? z: with
use(w)                           #? w: w
)");
}

TEST(Reaching, MatchCapturesAndCases) {
  expect_reaching(R"(
r = 0                         #: zero
match value:
    case [x, *rest]:          #: list
        use(x)                #? x: list
        use(rest)             #? rest: list
        r = 1                 #: one
    case C(k=y) if y > 0:     #: class #? y: class
        use(y)                #? y: class
        r = 2                 #: two
    case {"a": z, **more}:    #: dict
        use(more)             #? more: dict
        raise ValueError
use(r)                        #? r: zero, one, two
)");
}

TEST(Reaching, TargetsOfUnpacking) {
  expect_reaching(R"(
a, (b, *c) = f()         #: unpacked
use(b)                   #? b: unpacked
use(c)                   #? c: unpacked
for k, v in a:           #: loop
    use(v)               #? v: loop
a[i] = i = 1             #: last #? i: unbound
use(i)                   #? i: last
o.x, i = f()             #: member #? o: unbound
use(i)                   #? i: member
)");
}

TEST(Reaching, FunctionsSeeEveryBindingOfTheScopesAround) {
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

TEST(Reaching, FunctionsKeepTheirOwnNames) {
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

TEST(Reaching, NonlocalBindingsMayHappenAtAnyCall) {
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

TEST(Reaching, LambdasRunLater) {
  expect_reaching(R"(
x = 1                            #: one
f = lambda y, z=x: use(x, y)     #: lambda #? y: lambda
g = lambda: use(x)               #? x: one, two
x = 2                            #: two
)");
}

TEST(Reaching, ComprehensionsRunWhereTheyStand) {
  expect_reaching(R"(
x = 1                            #: one
[use(x, i) for i in range(x)]    #: list #? x: one #? i: list
x = 2                            #: two
{k: v for k, v in x if use(k)}   #: dict #? k: dict #? x: two
use(i)                           #? i: unbound
)");
}

TEST(Reaching, WalrusInAComprehensionBindsAroundIt) {
  expect_reaching(R"(
def f(a):
    if any((hit := x) for x in a):   #: walrus
        use(hit)                     #? hit: walrus, unbound
    [use(y) for z in a if (y := z)]  #: y #? y: y
)");
}

TEST(Reaching, ClassBodiesRunInPlaceAndHideFromTheirMethods) {
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

TEST(Reaching, ClassBodiesInFunctionsSkipTheFunctionForNamesOfTheirOwn) {
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

TEST(Reaching, DecoratorsDefaultsAndAnnotationsAreReadAround) {
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

TEST(Reaching, StarImportsSupplyWhatNothingElseBinds) {
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

TEST(Reaching, ShadowedBuiltinsAreOrdinaryNames) {
  expect_reaching(R"(
print(1)                 #? print: unbound
if c:
    def print(x): pass   #: shadow
print(1)                 #? print: shadow, unbound
)");
}

TEST(Reaching, InterpolationsOfStringsAreRead) {
  expect_reaching(R"(
x = 1                    #: one
w = 2                    #: two
f"{x!r:>{w}} {(lambda: x)()}"   #? x: one #? w: two
)");
}

TEST(Reaching, DecoratedAndNestedFunctionsOfEveryDepth) {
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

TEST(Reaching, UsesOfAModuleOutliveItsMove) {
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
