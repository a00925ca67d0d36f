#include "fix/write.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/forwarding_file_system.h"
#include "base/memory_file_system.h"

namespace forklint::fix {
namespace {

// One of its files can't be written.
class Stubborn final : public ForwardingFileSystem {
 public:
  Stubborn(FileSystem& files, std::string stubborn)
      : ForwardingFileSystem(files), stubborn_(std::move(stubborn)) {}

  Result<void> write(const std::string& path, std::string_view content) override {
    if (path == stubborn_) return fail(path + ": no space left");
    return files_.write(path, content);
  }
  Result<void> overwrite(const std::string& path, std::string_view content) override {
    return write(path, content);
  }

 private:
  std::string stubborn_;
};

ChangedFile changed(const std::string& name, std::string together = "") {
  return {name, "/p/" + name, "old", "new", std::move(together)};
}

class Write : public testing::Test {
 protected:
  Write() {
    for (const char* name : {"a.py", "b.py", "c.py"}) files_.add_file(std::string("/p/") + name, "old");
  }
  std::string text(const std::string& name) { return files_.read("/p/" + name).value_or(""); }
  static std::string said(const Written& written, const std::string& name) {
    const auto found = std::ranges::find(written.notices, name, &Notice::path);
    return found == written.notices.end() ? "" : found->text;
  }

  MemoryFileSystem files_;
};

TEST_F(Write, WritesEachFile) {
  const Written written = write_files({changed("a.py"), changed("b.py")}, "/p", files_);
  EXPECT_EQ(written.paths, (std::vector<std::string>{"a.py", "b.py"}));
  EXPECT_EQ(text("a.py") + text("b.py") + text("c.py"), "newnewold");
}

TEST_F(Write, LeavesAFileThatHasChangedSinceItWasRead) {
  files_.add_file("/p/a.py", "somebody else's");
  const Written written = write_files({changed("a.py"), changed("b.py")}, "/p", files_);
  EXPECT_EQ(text("a.py") + " " + text("b.py"), "somebody else's new");
  EXPECT_EQ(said(written, "a.py"), "not fixed: it was changed while forklint ran");
}

TEST_F(Write, LeavesAllFilesOfAFixWhereOneHasChanged) {
  files_.add_file("/p/b.py", "somebody else's");
  const Written written =
      write_files({changed("a.py", "b.py"), changed("b.py", "b.py"), changed("c.py")}, "/p", files_);
  EXPECT_EQ(text("a.py") + " " + text("b.py") + " " + text("c.py"), "old somebody else's new");
  EXPECT_EQ(said(written, "a.py"), "not fixed: a fix of b.py changes it, too");
  EXPECT_EQ(written.paths, std::vector<std::string>{"c.py"});
}

TEST_F(Write, PutsBackTheFilesOfAFixWhereOneCanNotBeWritten) {
  Stubborn files(files_, "/p/b.py");
  const Written written =
      write_files({changed("a.py", "a.py"), changed("b.py", "a.py"), changed("c.py")}, "/p", files);
  EXPECT_EQ(text("a.py") + text("b.py") + text("c.py"), "oldoldnew");
  EXPECT_EQ(said(written, "b.py"), "not fixed: /p/b.py: no space left");
  EXPECT_EQ(written.paths, std::vector<std::string>{"c.py"});
}

}  // namespace
}  // namespace forklint::fix
