// Which bindings reach a use. Expectations are comments: see snippet.h.
#include <gtest/gtest.h>

#include "tests/unit/python/snippet.h"

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

TEST(Reaching, InterpolationsOfStringsAreRead) {
  expect_reaching(R"(
x = 1                    #: one
w = 2                    #: two
f"{x!r:>{w}} {(lambda: x)()}"   #? x: one #? w: two
)");
}

}  // namespace
}  // namespace forklint::python::testing
