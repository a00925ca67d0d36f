#include "workspace/discovery.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <map>
#include <mutex>
#include <new>
#include <thread>

#include "base/forwarding_file_system.h"
#include "base/memory_file_system.h"

namespace forklint::workspace {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;

class Discovery : public testing::Test {
 protected:
  void add(std::initializer_list<const char*> paths) {
    for (const char* path : paths) files_.add_file(path, "");
  }

  Discovered discovered(const std::vector<std::string>& paths, const std::string& from = "/p") const {
    Result<Discovered> result = discover(files_, project_, paths, from, 2);
    EXPECT_TRUE(result) << result.error().message;
    return result ? std::move(*result) : Discovered{};
  }

  std::string error_for(const std::string& path) const {
    const Result<Discovered> result = discover(files_, project_, {path}, "/p", 2);
    return result ? "" : result.error().message;
  }

  static std::vector<std::string> paths_of(const Discovered& discovered, bool reported) {
    std::vector<std::string> paths;
    for (const InputFile& file : discovered.files) {
      if (file.reported == reported) paths.push_back(file.path);
    }
    return paths;
  }

  std::vector<std::string> reported(const std::vector<std::string>& paths,
                                    const std::string& from = "/p") const {
    return paths_of(discovered(paths, from), true);
  }
  std::vector<std::string> context(const std::vector<std::string>& paths) const {
    return paths_of(discovered(paths), false);
  }
  std::vector<std::string> notices(const std::vector<std::string>& paths) const {
    std::vector<std::string> lines;
    for (const Notice& notice : discovered(paths).notices) lines.push_back(notice.path + ": " + notice.text);
    return lines;
  }

  MemoryFileSystem files_{"/p"};
  Project project_{.root = "/p"};
};

TEST_F(Discovery, FindsPythonFilesSortedByPath) {
  add({"/p/b.py", "/p/a/z.py", "/p/gui.pyw", "/p/notes.txt", "/p/a/py", "/p/.hidden/h.py"});
  EXPECT_THAT(reported({"."}), ElementsAre(".hidden/h.py", "a/z.py", "b.py", "gui.pyw"));
}

TEST_F(Discovery, ReportsWhatIsNamedAndKnowsTheRestOfTheProject) {
  add({"/p/src/a.py", "/p/src/b.py", "/p/tools/c.py"});
  EXPECT_THAT(reported({"src/b.py"}), ElementsAre("src/b.py"));
  EXPECT_THAT(context({"src/b.py"}), ElementsAre("src/a.py", "tools/c.py"));
  EXPECT_THAT(reported({"src"}), ElementsAre("src/a.py", "src/b.py"));
  EXPECT_THAT(context({"src"}), ElementsAre("tools/c.py"));
  EXPECT_THAT(context({"src", "."}), IsEmpty());
}

TEST_F(Discovery, TakesEachFileOnce) {
  add({"/p/src/a.py"});
  EXPECT_THAT(reported({"src", "src/a.py", "./src/../src/a.py", "."}), ElementsAre("src/a.py"));
}

TEST_F(Discovery, NamesPathsFromTheRootWhereverItIsStarted) {
  add({"/p/src/a.py", "/p/b.py"});
  EXPECT_THAT(reported({"."}, "/p/src"), ElementsAre("src/a.py"));
  EXPECT_THAT(reported({"../b.py"}, "/p/src"), ElementsAre("b.py"));
}

TEST_F(Discovery, NamesFilesBeyondTheRootByTheirAbsolutePath) {
  add({"/other/a.py", "/other/deep/b.py", "/p/c.py"});
  const Discovered found = discovered({"/other"});
  EXPECT_THAT(paths_of(found, true), ElementsAre("/other/a.py", "/other/deep/b.py"));
  EXPECT_THAT(paths_of(found, false), ElementsAre("c.py"));
  EXPECT_EQ(found.files.front().disk_path, "/other/a.py");
}

TEST_F(Discovery, RefusesWhatIsNotThere) {
  files_.add_other("/p/pipe");
  files_.add_link("/p/broken.py", "nowhere.py");
  EXPECT_EQ(error_for("missing.py"), "missing.py: no such file or folder");
  EXPECT_EQ(error_for("broken.py"), "broken.py: no such file or folder");
  EXPECT_EQ(error_for("pipe"), "pipe: neither a file nor a folder");
}

TEST_F(Discovery, TakesNamedFilesWhateverTheirSuffixAndWhateverIgnoresThem) {
  add({"/p/script", "/p/build/gen.py", "/p/secret.py"});
  files_.add_file("/p/.gitignore", "secret.py\n");
  EXPECT_THAT(reported({"script", "build/gen.py", "secret.py"}),
              ElementsAre("build/gen.py", "script", "secret.py"));
  EXPECT_THAT(reported({"build"}), ElementsAre("build/gen.py"));
  EXPECT_THAT(reported({"."}), IsEmpty());
}

TEST_F(Discovery, LeavesOutNamedPathsWhenExcludesAreForced) {
  add({"/p/build/sub/gen.py", "/p/secret.py", "/p/a.py", "/p/lib/.gitignore", "/p/lib/x.py",
       "/elsewhere/build/y.py"});
  files_.add_file("/p/.gitignore", "secret.py\n");
  files_.add_file("/p/lib/.gitignore", "x.py\n");
  project_.settings.force_exclude = true;
  EXPECT_THAT(reported({"build/sub/gen.py", "secret.py", "lib/x.py", "a.py"}), ElementsAre("a.py"));
  EXPECT_THAT(reported({"build"}), IsEmpty());
  EXPECT_THAT(reported({"build/sub"}), IsEmpty());
  EXPECT_THAT(reported({"."}), ElementsAre("a.py")) << "the root itself is never left out";
  EXPECT_THAT(reported({"/elsewhere/build"}), ElementsAre("/elsewhere/build/y.py"))
      << "excludes of the project say nothing about what lies beyond it";
}

TEST_F(Discovery, LeavesOutEnvironmentsAndBuildsByItself) {
  add({"/p/.venv/a.py", "/p/x/node_modules/b.py", "/p/build/c.py", "/p/d.py", "/p/venv.py",
       "/p/.git/hooks/h.py"});
  EXPECT_THAT(reported({"."}), ElementsAre("d.py", "venv.py"));
}

TEST_F(Discovery, ReplacesOrExtendsTheExcludes) {
  add({"/p/build/a.py", "/p/gen/b.py", "/p/c.py"});
  project_.settings.extend_exclude = {"gen/"};
  EXPECT_THAT(reported({"."}), ElementsAre("c.py"));
  project_.settings.exclude = std::vector<std::string>{};
  EXPECT_THAT(reported({"."}), ElementsAre("build/a.py", "c.py"));
}

TEST_F(Discovery, HonoursIgnoreFilesOfEveryFolderTheInnermostFirst) {
  add({"/p/a/gen.py", "/p/b/gen.py", "/p/b/own.py", "/p/b/mine.py"});
  files_.add_file("/p/.gitignore", "gen.py\n");
  files_.add_file("/p/b/.gitignore", "!gen.py\n");
  files_.add_file("/p/b/.ignore", "own.py\n");
  files_.add_file("/p/b/.forklintignore", "mine.py\n!own.py\n");
  EXPECT_THAT(reported({"."}), ElementsAre("b/gen.py", "b/own.py"));
  project_.settings.respect_ignore_files = false;
  EXPECT_THAT(reported({"."}), ElementsAre("a/gen.py", "b/gen.py", "b/mine.py", "b/own.py"));
}

TEST_F(Discovery, HonoursIgnoreFilesAroundAStartBelowTheRoot) {
  add({"/p/a/b/gen.py", "/p/a/b/c.py"});
  files_.add_file("/p/.gitignore", "gen.py\n");
  EXPECT_THAT(reported({"a/b"}), ElementsAre("a/b/c.py"));
}

TEST_F(Discovery, HonoursIgnoreFilesOfTheRepositoryAroundTheProject) {
  files_.add_directory("/repo/.git");
  files_.add_file("/repo/.gitignore", "gen.py\n/pkg/top.py\n");
  files_.add_file("/repo/.git/info/exclude", "private.py\n");
  add({"/repo/pkg/gen.py", "/repo/pkg/top.py", "/repo/pkg/private.py", "/repo/pkg/sub/top.py"});
  files_.add_file("/.gitignore", "*\n");
  project_.root = "/repo/pkg";
  EXPECT_THAT(reported({"."}, "/repo/pkg"), ElementsAre("sub/top.py"));
}

TEST_F(Discovery, DoesNotRunInCirclesOfLinks) {
  add({"/p/a/x.py"});
  files_.add_link("/p/a/up", "..");
  files_.add_link("/p/a/self", "self");
  files_.add_link("/p/a/again", "../a");
  files_.add_link("/p/a/self.py", "self.py");
  EXPECT_THAT(reported({"."}), ElementsAre("a/x.py"));
  EXPECT_THAT(reported({"a"}), ElementsAre("a/x.py"));
  EXPECT_THAT(notices({"."}), ElementsAre("a/self.py: link that leads nowhere, passed by"));
}

TEST_F(Discovery, ResolvesLinksToFiles) {
  add({"/p/real.py", "/shared/common.py"});
  files_.add_link("/p/alias.py", "real.py");
  files_.add_link("/p/common.py", "/shared/common.py");
  EXPECT_THAT(reported({"."}), ElementsAre("/shared/common.py", "real.py"));
  EXPECT_THAT(reported({"alias.py"}), ElementsAre("real.py"));
}

TEST_F(Discovery, NamesLinkedFoldersBeyondTheProjectAndPassesThemBy) {
  add({"/store/huge.py", "/p/a.py"});
  files_.add_link("/p/data", "/store");
  files_.add_link("/p/.venv", "/store");
  EXPECT_THAT(reported({"."}), ElementsAre("a.py"));
  EXPECT_THAT(notices({"."}), ElementsAre("data: link to a folder outside of the project, passed by"));
  EXPECT_THAT(reported({"data"}), ElementsAre("/store/huge.py")) << "named, it is walked";
}

TEST_F(Discovery, TellsOfSpecialFilesThatAreCalledAsPython) {
  add({"/p/a.py"});
  files_.add_other("/p/pipe.py");
  files_.add_other("/p/socket");
  files_.add_link("/p/gone.py", "nowhere");
  files_.add_link("/p/.#a.py", "me@host.1234");
  EXPECT_THAT(notices({"."}), ElementsAre("gone.py: link that leads nowhere, passed by",
                                          "pipe.py: not a regular file, passed by"));
}

TEST_F(Discovery, TellsOfFoldersThatCannotBeReadOnceAndOnlyWhereItWasAsked) {
  add({"/p/locked/a.py", "/p/src/b.py"});
  files_.make_unreadable("/p/locked");
  const Discovered found = discovered({".", "locked"});
  EXPECT_THAT(paths_of(found, true), ElementsAre("src/b.py"));
  ASSERT_EQ(found.notices.size(), 1U);
  EXPECT_EQ(found.notices.front().path, "locked");
  EXPECT_EQ(found.notices.front().kind, Notice::Kind::warning);
  EXPECT_THAT(found.notices.front().text, HasSubstr("Permission denied"));
  EXPECT_THAT(notices({"src"}), IsEmpty());
}

TEST_F(Discovery, TakesIgnoreFilesThatCannotBeReadForEmpty) {
  add({"/p/a.py"});
  files_.add_file("/p/.gitignore", "a.py\n");
  files_.make_unreadable("/p/.gitignore");
  EXPECT_THAT(reported({"."}), ElementsAre("a.py"));
}

TEST_F(Discovery, FindsTheSameWithAnyNumberOfThreads) {
  for (int i = 0; i < 200; ++i)
    files_.add_file("/p/d" + std::to_string(i % 20) + "/f" + std::to_string(i) + ".py", "");
  const auto alone = discover(files_, project_, {"."}, "/p", 1);
  const auto many = discover(files_, project_, {"."}, "/p", 8);
  ASSERT_EQ(alone->files.size(), 200U);
  EXPECT_EQ(paths_of(*alone, true), paths_of(*many, true));
}

// Counts how often each folder is read.
class CountingFileSystem final : public ForwardingFileSystem {
 public:
  using ForwardingFileSystem::ForwardingFileSystem;

  Result<std::vector<DirectoryEntry>> list(const std::string& directory) const override {
    const std::lock_guard lock(mutex_);
    ++times_[directory];
    return files_.list(directory);
  }
  const std::map<std::string, int>& times() const { return times_; }

 private:
  mutable std::mutex mutex_;
  mutable std::map<std::string, int> times_;
};

TEST_F(Discovery, ReadsEachFolderOnce) {
  add({"/p/src/a.py", "/p/src/deep/b.py", "/p/tools/c.py"});
  const CountingFileSystem counting(files_);
  const auto found = discover(counting, project_, {"src"}, "/p", 2);
  EXPECT_THAT(paths_of(*found, true), ElementsAre("src/a.py", "src/deep/b.py"));
  EXPECT_THAT(paths_of(*found, false), ElementsAre("tools/c.py"));
  EXPECT_THAT(counting.times(),
              ElementsAre(Pair("/p", 1), Pair("/p/src", 1), Pair("/p/src/deep", 1), Pair("/p/tools", 1)));
}

// What is named is walked whatever leaves it out; a folder below it may be left out all the same.
TEST_F(Discovery, KnowsNothingMoreOfAFolderThatIsReported) {
  add({"/p/build/a.py", "/p/build/dist/b.py", "/p/c.py"});
  EXPECT_THAT(reported({"build"}), ElementsAre("build/a.py"));
  EXPECT_THAT(context({"build"}), ElementsAre("c.py"));
}

// Memory runs out while one folder is read.
class ExhaustedFileSystem final : public ForwardingFileSystem {
 public:
  ExhaustedFileSystem(FileSystem& files, std::string folder)
      : ForwardingFileSystem(files), folder_(std::move(folder)) {}

  Result<std::vector<DirectoryEntry>> list(const std::string& directory) const override {
    if (directory != folder_) return files_.list(directory);
    // So late that the other threads have nothing left to do but wait.
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    throw std::bad_alloc();
  }

 private:
  const std::string folder_;
};

TEST_F(Discovery, HandsOnWhatIsThrownWhicheverThreadItWasIn) {
  for (int i = 0; i < 50; ++i) files_.add_file("/p/d" + std::to_string(i) + "/e/f.py", "");
  const ExhaustedFileSystem exhausted(files_, "/p/d25/e");
  for (const unsigned jobs : {1U, 8U}) {
    EXPECT_THROW((void)discover(exhausted, project_, {"."}, "/p", jobs), std::bad_alloc) << jobs << " jobs";
  }
}

TEST_F(Discovery, WorksFromTheTopOfTheDisk) {
  add({"/a.py", "/p/b.py"});
  files_.add_file("/.gitignore", "/p/\n");
  project_.root = "/";
  EXPECT_THAT(reported({"/"}), ElementsAre("a.py"));
  project_.settings.force_exclude = true;
  EXPECT_THAT(reported({"/p/b.py"}), IsEmpty());
}

}  // namespace
}  // namespace forklint::workspace
