// What every FileSystem promises, checked for the real disk and for the one in memory.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "base/disk_file_system.h"
#include "base/memory_file_system.h"
#include "base/path.h"

namespace forklint {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// A small tree, built in both worlds:
//   a.py  folder/b.py  link -> a.py  dangling -> nowhere  loop -> loop  up -> .  pipe (FIFO)
class Tree {
 public:
  virtual ~Tree() = default;
  virtual FileSystem& files() = 0;
  virtual std::string root() const = 0;
  std::string at(const std::string& name) const { return path::join(root(), name); }
};

class MemoryTree final : public Tree {
 public:
  MemoryTree() {
    files_.add_file("/tree/a.py", "alpha");
    files_.add_file("/tree/folder/b.py", "beta");
    files_.add_link("/tree/link", "a.py");
    files_.add_link("/tree/dangling", "nowhere");
    files_.add_link("/tree/loop", "loop");
    files_.add_link("/tree/up", ".");
    files_.add_other("/tree/pipe");
  }
  FileSystem& files() override { return files_; }
  std::string root() const override { return "/tree"; }

 private:
  MemoryFileSystem files_;
};

class DiskTree final : public Tree {
 public:
  DiskTree() {
    std::string pattern = testing::TempDir() + "/forklint-XXXXXX";
    EXPECT_NE(::mkdtemp(pattern.data()), nullptr) << pattern;
    root_ = files_.resolve(pattern);
    std::filesystem::create_directory(at("folder"));
    (void)files_.write(at("a.py"), "alpha");
    (void)files_.write(at("folder/b.py"), "beta");
    std::filesystem::create_symlink("a.py", at("link"));
    std::filesystem::create_symlink("nowhere", at("dangling"));
    std::filesystem::create_symlink("loop", at("loop"));
    std::filesystem::create_symlink(".", at("up"));
    ::mkfifo(at("pipe").c_str(), 0600);
  }
  ~DiskTree() override { std::filesystem::remove_all(root_); }
  FileSystem& files() override { return files_; }
  std::string root() const override { return root_; }

 private:
  DiskFileSystem files_;
  std::string root_;
};

template <typename World>
class FileSystemTest : public testing::Test {
 protected:
  FileSystem& files() { return tree_.files(); }
  std::string at(const std::string& name) { return tree_.at(name); }
  std::string why_not_read(const std::string& name) {
    const Result<std::string> content = files().read(at(name));
    return content ? "it was read" : content.error().message;
  }
  World tree_;
};

using Worlds = testing::Types<MemoryTree, DiskTree>;
TYPED_TEST_SUITE(FileSystemTest, Worlds);

TYPED_TEST(FileSystemTest, ReadsFilesThroughLinks) {
  EXPECT_EQ(this->files().read(this->at("a.py")), "alpha");
  EXPECT_EQ(this->files().read(this->at("link")), "alpha");
  EXPECT_EQ(this->files().read(this->at("up/folder/b.py")), "beta");
}

TYPED_TEST(FileSystemTest, RefusesWhatIsNoFileAndSaysWhy) {
  EXPECT_THAT(this->why_not_read("missing"), HasSubstr("/missing': No such file or directory"));
  EXPECT_THAT(this->why_not_read("dangling"), HasSubstr("No such file or directory"));
  EXPECT_THAT(this->why_not_read("loop"), HasSubstr("Too many levels of symbolic links"));
  EXPECT_THAT(this->why_not_read("folder"), HasSubstr("is a directory"));
}

TYPED_TEST(FileSystemTest, NeverWaitsForAFifo) {
  EXPECT_THAT(this->why_not_read("pipe"), HasSubstr("not a regular file"));
}

TYPED_TEST(FileSystemTest, NamesAFileSafelyInItsErrors) {
  EXPECT_THAT(this->why_not_read("x\n\x1B[2J"), HasSubstr("x␊␛[2J"));
}

TYPED_TEST(FileSystemTest, ListsEntriesAsTheyAreWithoutFollowingLinks) {
  auto entries = this->files().list(this->tree_.root()).value();
  std::ranges::sort(entries, {}, &DirectoryEntry::name);
  std::vector<std::string> seen;
  for (const DirectoryEntry& entry : entries) {
    const char* kind = entry.kind == FileKind::file        ? "file"
                       : entry.kind == FileKind::directory ? "folder"
                                                           : "other";
    seen.push_back(entry.name + (entry.is_link ? " link" : "") + " " + kind);
  }
  EXPECT_THAT(seen, ElementsAre("a.py file", "dangling link other", "folder folder", "link link other",
                                "loop link other", "pipe other", "up link other"));
}

TYPED_TEST(FileSystemTest, ListingAMissingFolderIsAnError) {
  EXPECT_THAT(this->files().list(this->at("missing")).error().message, HasSubstr("cannot list"));
}

TYPED_TEST(FileSystemTest, KnowsWhatALinkLeadsTo) {
  const FileStatus link = this->files().status(this->at("link"));
  EXPECT_TRUE(link.is_link);
  EXPECT_EQ(link.kind, FileKind::file);
  EXPECT_EQ(link.inode, this->files().status(this->at("a.py")).inode);
  EXPECT_EQ(this->files().status(this->at("dangling")).kind, FileKind::missing);
  EXPECT_TRUE(this->files().status(this->at("dangling")).is_link);
  EXPECT_EQ(this->files().status(this->at("pipe")).kind, FileKind::other);
  EXPECT_EQ(this->files().status(this->at("missing")).kind, FileKind::missing);
  EXPECT_EQ(this->files().status(this->at("a.py")).size, 5U);
}

TYPED_TEST(FileSystemTest, ResolvesLinksAndLeavesMissingPathsAbsolute) {
  EXPECT_EQ(this->files().resolve(this->at("up/up/link")), this->at("a.py"));
  EXPECT_EQ(this->files().resolve(this->at("folder/../missing")), this->at("missing"));
}

TYPED_TEST(FileSystemTest, WritesNewFilesAndOverOldOnes) {
  ASSERT_TRUE(this->files().write(this->at("new.py"), "one"));
  ASSERT_TRUE(this->files().write(this->at("new.py"), "two"));
  EXPECT_EQ(this->files().read(this->at("new.py")), "two");
}

TYPED_TEST(FileSystemTest, WritesThroughALinkAndKeepsIt) {
  ASSERT_TRUE(this->files().write(this->at("link"), "changed"));
  EXPECT_EQ(this->files().read(this->at("a.py")), "changed");
  EXPECT_TRUE(this->files().status(this->at("link")).is_link);
}

TYPED_TEST(FileSystemTest, CannotWriteIntoAMissingFolderOrOverOne) {
  EXPECT_FALSE(this->files().write(this->at("missing/new.py"), ""));
  EXPECT_THAT(this->files().write(this->at("folder"), "").error().message, HasSubstr("is a directory"));
}

class DiskWrite : public testing::Test {
 protected:
  DiskTree tree_;
};

TEST_F(DiskWrite, KeepsTheMode) {
  ::chmod(tree_.at("a.py").c_str(), 0751);
  ASSERT_TRUE(tree_.files().write(tree_.at("a.py"), "changed"));
  struct stat info = {};
  ASSERT_EQ(::stat(tree_.at("a.py").c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 07777U, 0751U);
}

TEST_F(DiskWrite, KeepsTheOwner) {
  if (::geteuid() != 0) GTEST_SKIP() << "only root may give a file to somebody else";
  constexpr uid_t kOther = 4711;
  ASSERT_EQ(::chown(tree_.at("a.py").c_str(), kOther, kOther), 0);
  ASSERT_TRUE(tree_.files().write(tree_.at("a.py"), "new"));
  struct stat status = {};
  ASSERT_EQ(::stat(tree_.at("a.py").c_str(), &status), 0);
  EXPECT_EQ(status.st_uid, kOther);
  EXPECT_EQ(status.st_gid, kOther);
}

TEST_F(DiskWrite, LeavesNoTemporaryFileBehind) {
  const std::size_t before = tree_.files().list(tree_.root()).value().size();
  ASSERT_TRUE(tree_.files().write(tree_.at("a.py"), "changed"));
  EXPECT_EQ(tree_.files().list(tree_.root()).value().size(), before);
}

TEST_F(DiskWrite, WritesIntoAFifoInsteadOfReplacingIt) {
  const int reader = ::open(tree_.at("pipe").c_str(), O_RDONLY | O_NONBLOCK);
  ASSERT_GE(reader, 0);
  ASSERT_TRUE(tree_.files().write(tree_.at("pipe"), "output"));
  char received[16] = {};
  EXPECT_EQ(::read(reader, received, sizeof received), 6);
  EXPECT_STREQ(received, "output");
  ::close(reader);
  EXPECT_EQ(tree_.files().status(tree_.at("pipe")).kind, FileKind::other);
}

TEST_F(DiskWrite, RespectsAFileThatMayNotBeWritten) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may write everything";
  ::chmod(tree_.at("a.py").c_str(), 0444);
  EXPECT_THAT(tree_.files().write(tree_.at("a.py"), "x").error().message, HasSubstr("Permission denied"));
}

TEST(DiskRead, ReadsFilesWithoutASize) {
  const DiskFileSystem files;
  EXPECT_THAT(files.read("/proc/self/status").value(), HasSubstr("Name:"));
}

TEST(MemoryRead, FailsForTheCauseGiven) {
  MemoryFileSystem files;
  files.add_file("a.py", "x");
  files.make_unreadable("a.py");
  EXPECT_EQ(files.read("a.py").error().message, "cannot read 'a.py': Permission denied");
}

}  // namespace
}  // namespace forklint
