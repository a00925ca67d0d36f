#include "diagnose/project_files.h"

#include <gtest/gtest.h>

#include "base/memory_file_system.h"
#include "diagnose/spelling.h"
#include "diagnose/symbols.h"

namespace forklint::diagnose {
namespace {

dump::Frame frame(std::string file, std::uint32_t line = 1) {
  return {.function = "f", .file = std::move(file), .line = line};
}

class Files : public testing::Test {
 protected:
  Files() { disk_.add_file("/src/pkg/data.py", "import x\n    with lock:\n"); }
  MemoryFileSystem disk_;
  ProjectFiles files_{disk_, "/src", {"pkg/data.py", "other/data.py", "train.py"}};
};

TEST_F(Files, PathsOfAContainerAreFoundByTheirEnd) {
  EXPECT_EQ(files_.path_of(frame("/app/code/pkg/data.py")), "pkg/data.py");
  EXPECT_EQ(files_.path_of(frame("train.py")), "train.py");
  EXPECT_EQ(files_.path_of(frame("/anything/train.py")), "train.py");
}

TEST_F(Files, WhatSeveralFilesCouldBeIsNone) { EXPECT_EQ(files_.path_of(frame("data.py")), std::nullopt); }

TEST_F(Files, TheNameAloneIsNotEnough) {
  EXPECT_EQ(files_.path_of(frame("/usr/lib/elsewhere/data.py")), std::nullopt);
}

TEST_F(Files, ALineIsGivenWithoutItsIndentation) {
  EXPECT_EQ(files_.line_of(frame("pkg/data.py", 2)), "with lock:");
  EXPECT_EQ(files_.line_of(frame("pkg/data.py", 9)), std::nullopt);
}

dump::Frame in(std::string function, std::uint32_t line) {
  return {.function = std::move(function), .file = "train.py", .line = line};
}

class Forks : public testing::Test {
 protected:
  MemoryFileSystem disk_;
  ProjectFiles files_{
      disk_,
      "/src",
      {"train.py"},
      {{"train.py", "serve", 10, {11, 30}, {{12, 14}}}, {"train.py", "odd", 40, {41, 50}, {}}}};
};

TEST_F(Forks, ALineOfTheChildStandsBehindTheFork) {
  const std::optional<ForkBehind> behind = files_.fork_behind(in("Server.serve", 13));
  ASSERT_TRUE(behind);
  EXPECT_EQ(behind->fork.line, 10U);
  EXPECT_TRUE(behind->in_child);
}

TEST_F(Forks, ALineOfTheParentDoesNot) {
  EXPECT_FALSE(files_.fork_behind(in("serve", 20)));
  EXPECT_FALSE(files_.fork_behind(in("serve", 10)));
}

TEST_F(Forks, AFunctionOfAnotherNameDoesNot) { EXPECT_FALSE(files_.fork_behind(in("inner", 13))); }

TEST_F(Forks, WhereTheBranchIsNotKnownItMayBeEither) {
  const std::optional<ForkBehind> behind = files_.fork_behind(in("odd", 45));
  ASSERT_TRUE(behind);
  EXPECT_FALSE(behind->in_child);
  EXPECT_FALSE(files_.fork_behind(in("odd", 39)));
}

TEST(Spelling, TwoLettersMayBeWrong) {
  EXPECT_TRUE(is_nearly("pyos_atferfork_child", "pyos_afterfork_child"));
  EXPECT_TRUE(is_nearly("new_sem_waut_slow", "new_sem_wait_slow"));
  EXPECT_FALSE(is_nearly("pyos_afterfork_parent", "pyos_afterfork_child"));
}

TEST(Symbols, SuffixesOfCompilersSayNothing) {
  const auto role = [](std::string name) { return role_of({.function = std::move(name), .native = true}); };
  EXPECT_EQ(role("_PyThreadState_DeleteExcept.constprop.0"), Role::head_lock);
  EXPECT_EQ(role("__new_sem_wait_slow64.constprop.0"), Role::wait);
  EXPECT_EQ(role("__GI___futex_abstimed_wait_cancelable64"), Role::wait);
  EXPECT_EQ(role("pthread_cond_wait@@GLIBC_2.3.2"), Role::condition);
  EXPECT_EQ(role("_PyThreadState_DeleteCurrent"), Role::python_lock);
  EXPECT_EQ(role("main"), std::nullopt);
}

}  // namespace
}  // namespace forklint::diagnose
