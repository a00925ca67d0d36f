#include "workspace/version_control.h"

#include <gtest/gtest.h>

#include "base/memory_file_system.h"

namespace forklint::workspace {
namespace {

const std::string kHash(40, 'a');
const std::string kOtherHash(40, 'b');
constexpr std::string_view kConfig =
    "[core]\n\tbare = false\n[remote \"mirror\"]\n\turl = https://mirror.example/r.git\n"
    "[Remote \"origin\"]\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n\tURL = "
    "\"https://me:secret@git.example/o/r.git\" ; ours\n"
    "[branch \"main\"]\n\tremote = origin\n";

void add_git(MemoryFileSystem& files, const std::string& top, const std::string& head) {
  files.add_file(top + "/.git/HEAD", head);
  files.add_file(top + "/.git/config", std::string(kConfig));
}

VersionControl read(const FileSystem& files, const std::string& root) {
  const std::optional<VersionControl> found = read_version_control(files, root);
  EXPECT_TRUE(found.has_value());
  return found.value_or(VersionControl{});
}

TEST(VersionControl, IsAbsentOutsideOfARepository) {
  MemoryFileSystem files;
  files.add_file("/p/a.py", "");
  EXPECT_FALSE(read_version_control(files, "/p"));
}

TEST(VersionControl, ReadsBranchRevisionAndRemote) {
  MemoryFileSystem files;
  add_git(files, "/p", "ref: refs/heads/topic/one\n");
  files.add_file("/p/.git/refs/heads/topic/one", kHash + "\n");
  const VersionControl found = read(files, "/p");
  EXPECT_EQ(found.branch, "topic/one");
  EXPECT_EQ(found.revision, kHash);
  EXPECT_EQ(found.repository_uri, "https://git.example/o/r.git");
  EXPECT_EQ(found.prefix, "");
}

TEST(VersionControl, SaysWhereTheProjectLiesInTheRepository) {
  MemoryFileSystem files;
  add_git(files, "/r", kHash);
  files.add_directory("/r/packages/train");
  const VersionControl found = read(files, "/r/packages/train");
  EXPECT_EQ(found.prefix, "packages/train/");
  EXPECT_EQ(found.revision, kHash) << "a detached head";
  EXPECT_EQ(found.branch, "");
}

TEST(VersionControl, LooksIntoPackedReferences) {
  MemoryFileSystem files;
  add_git(files, "/p", "ref: refs/heads/main\n");
  files.add_file("/p/.git/packed-refs", "# pack-refs with: peeled fully-peeled sorted\n" + kOtherHash +
                                            " refs/heads/main2\n" + kHash + " refs/heads/main\n^" +
                                            kOtherHash + "\n");
  EXPECT_EQ(read(files, "/p").revision, kHash);
}

TEST(VersionControl, FollowsALinkedWorkTree) {
  MemoryFileSystem files;
  add_git(files, "/main", "ref: refs/heads/main\n");
  files.add_file("/main/.git/refs/heads/topic", kHash);
  files.add_file("/main/.git/worktrees/tree/HEAD", "ref: refs/heads/topic\n");
  files.add_file("/main/.git/worktrees/tree/commondir", "../..\n");
  files.add_file("/tree/.git", "gitdir: ../main/.git/worktrees/tree\n");
  const VersionControl found = read(files, "/tree");
  EXPECT_EQ(found.branch, "topic");
  EXPECT_EQ(found.revision, kHash);
  EXPECT_EQ(found.repository_uri, "https://git.example/o/r.git");
}

TEST(VersionControl, ARepositoryWithoutCommitsOrRemoteLeavesThemEmpty) {
  MemoryFileSystem files;
  files.add_file("/p/.git/HEAD", "ref: refs/heads/main\n");
  const VersionControl found = read(files, "/p");
  EXPECT_EQ(found.revision, "");
  EXPECT_EQ(found.branch, "main");
  EXPECT_EQ(found.repository_uri, "");
}

TEST(VersionControl, AHostileHeadReadsNothingElse) {
  MemoryFileSystem files;
  files.add_file("/secret", kHash);
  files.add_file("/p/.git/HEAD", "ref: refs/../../../secret\n");
  EXPECT_EQ(read(files, "/p").revision, "");
}

TEST(VersionControl, ReferencesInACircleEnd) {
  MemoryFileSystem files;
  files.add_file("/p/.git/HEAD", "ref: refs/heads/a\n");
  files.add_file("/p/.git/refs/heads/a", "ref: refs/heads/b\n");
  files.add_file("/p/.git/refs/heads/b", "ref: refs/heads/a\n");
  EXPECT_EQ(read(files, "/p").revision, "");
}

TEST(PublicUri, HoldsNoCredentials) {
  EXPECT_EQ(public_uri("https://user:token@git.example/o/r.git"), "https://git.example/o/r.git");
  EXPECT_EQ(public_uri("https://token@git.example"), "https://git.example");
  EXPECT_EQ(public_uri("https://git.example/o/r?private_token=x#y"), "https://git.example/o/r");
  EXPECT_EQ(public_uri("https://user:p@ss@git.example/o@2/r"), "https://git.example/o@2/r");
}

TEST(PublicUri, KnowsSshInBothForms) {
  EXPECT_EQ(public_uri("git@git.example:o/r.git"), "ssh://git.example/o/r.git");
  EXPECT_EQ(public_uri("git.example:/srv/r.git"), "ssh://git.example/srv/r.git");
  EXPECT_EQ(public_uri("ssh://git@git.example:2222/o/r.git"), "ssh://git.example:2222/o/r.git");
}

TEST(PublicUri, NamesNoPlaceOnThisMachine) {
  EXPECT_EQ(public_uri("/srv/git/r.git"), "");
  EXPECT_EQ(public_uri("../r.git"), "");
  EXPECT_EQ(public_uri("./a:b"), "");
  EXPECT_EQ(public_uri("file:///srv/git/r.git"), "");
  EXPECT_EQ(public_uri(""), "");
}

}  // namespace
}  // namespace forklint::workspace
