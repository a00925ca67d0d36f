#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "dump/dump.h"

namespace forklint::dump {
namespace {

using testing::ElementsAre;

std::vector<std::string> functions(const Thread& thread) {
  std::vector<std::string> names;
  for (const Frame& frame : thread.frames) names.push_back(frame.function);
  return names;
}

TEST(Read, TheInnermostFrameStandsFirstInEveryFormat) {
  for (const char* text : {
           "Thread 7 (idle): \"M\"\n    inner (a.py:1)\n    outer (b.py:2)\n",
           "outer (b.py:2);inner (a.py:1) 5\n",
           "#0  inner () at a.c:1\n#1  0x00007f00 in outer () from /lib/b.so\n",
           "Traceback (most recent call last):\n  File \"b.py\", line 2, in outer\n    x()\n  File \"a.py\", "
           "line 1, in inner\n",
           "Thread 0x7f (most recent call first):\n  File \"a.py\", line 1 in inner\n  File \"b.py\", line 2 "
           "in outer\n",
           R"([{"pid": 1, "frames": [{"name": "inner"}, {"name": "outer"}]}])",
       }) {
    const Dump dump = read(text);
    ASSERT_EQ(dump.processes.size(), 1U) << text;
    EXPECT_THAT(functions(dump.processes[0].threads.at(0)), ElementsAre("inner", "outer")) << text;
  }
}

TEST(Read, ProcessesOfOneFileStayApart) {
  const Dump dump = read(
      "Process 1: python a.py\nPython v3.8.19 (/usr/bin/python3.8)\n\nThread 1 (idle)\n    f (a.py:1)\n"
      "Process 2: python a.py\nPython v3.8.19 (/usr/bin/python3.8)\n\nThread 2 (idle)\n    g (a.py:2)\n");
  ASSERT_EQ(dump.processes.size(), 2U);
  EXPECT_EQ(dump.processes[0].python, "3.8.19");
  EXPECT_EQ(dump.processes[1].pid, "2");
  EXPECT_EQ(dump.processes[1].command, "python a.py");
}

TEST(Read, VariablesAreNoFrames) {
  const Dump dump = read(
      "Thread 1 (idle): \"M\"\n    f (a.py:1)\n        Arguments:\n            self: <Popen at 0x7f>\n"
      "        Locals:\n            n: 3\n    g (b.py:2)\n");
  EXPECT_THAT(functions(dump.processes.at(0).threads.at(0)), ElementsAre("f", "g"));
}

TEST(Read, ALibraryTellsTheMinorVersion) {
  const Dump dump =
      read("#0 0x1 in PyThread_acquire_lock_timed () from /usr/local/lib/libpython3.8.so.1.0\n");
  EXPECT_EQ(dump.processes.at(0).python, "3.8");
}

TEST(Read, ArgumentsWithBracketsAreNoNames) {
  const Dump dump = read("#0  f (x=0x7f <_PyRuntime+(5)>, s=\"a)\") at ./x/y.c:12\n#1  g () at z.c:3\n");
  EXPECT_THAT(functions(dump.processes.at(0).threads.at(0)), ElementsAre("f", "g"));
  EXPECT_EQ(dump.processes[0].threads[0].frames[1].line, 3U);
}

TEST(Read, NothingIsMadeOfPlainText) { EXPECT_TRUE(read("nothing (here) # 1 File \"x\"").processes.empty()); }

}  // namespace
}  // namespace forklint::dump
