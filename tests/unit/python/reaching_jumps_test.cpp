// Which bindings reach a use across loops, exceptions and their final blocks. Expectations are comments: see
// snippet.h.
#include <gtest/gtest.h>

#include "tests/unit/python/snippet.h"

namespace forklint::python::testing {
namespace {

TEST(ReachingJumps, ImportFallbacksBothReach) {
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

TEST(ReachingJumps, HandlersSeeWhateverTheTryMayHaveDone) {
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

TEST(ReachingJumps, ExceptionNamesAreUnboundAfterTheirHandler) {
  expect_reaching(R"(
e = 1            #: one
try:
    f()
except E as e:   #: caught
    use(e)       #? e: caught
use(e)           #? e: one, unbound
)");
}

TEST(ReachingJumps, FinallySeesEveryWayIntoIt) {
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

TEST(ReachingJumps, WhatFinallyBindsReplacesWhatCameIn) {
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

TEST(ReachingJumps, BreakAndContinuePassThroughFinally) {
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

TEST(ReachingJumps, NothingGoesOnAfterAFinallyThatLeaves) {
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

TEST(ReachingJumps, FinallyThatLeavesStopsTheBreak) {
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

TEST(ReachingJumps, LoopBodiesReachTheirOwnHead) {
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

TEST(ReachingJumps, NestedLoopsReachEachOther) {
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

TEST(ReachingJumps, ANameDeletedInALoopMayBeUnboundAtItsHead) {
  expect_reaching(R"(
x = 0            #: zero
for i in a:
    use(x)       #? x: zero, unbound
    del x
use(x)           #? x: zero, unbound
)");
}

TEST(ReachingJumps, BreakAndContinueTakeTheirBindingsAlong) {
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

TEST(ReachingJumps, EndlessLoopsEndOnlyByBreak) {
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

}  // namespace
}  // namespace forklint::python::testing
