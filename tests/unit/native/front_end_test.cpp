// Which units are read is seen in whole runs (tests/cli); here is what a build without Clang says.
#include "native/front_end.h"

#include <gmock/gmock.h>

#include "base/memory_file_system.h"

namespace forklint::native {
namespace {

FrontEndResult read_without_a_program(const std::string& text) {
  MemoryFileSystem files;
  FrontEndInput input{.root = "/p"};
  for (const std::string name : {"a.c", "b.c"}) {
    files.add_file("/p/" + name, text);
    input.files.push_back({name, "/p/" + name});
  }
  return read_code(files, input);
}

TEST(WithoutClang, UnitsThatMayForkAreCounted) {
  const FrontEndResult result = read_without_a_program("int fork(void);\nint f(void) { return fork(); }\n");
  ASSERT_EQ(result.notices.size(), 1U);
  EXPECT_THAT(result.notices[0].text,
              testing::HasSubstr("not read, 2 of which may fork: this forklint was built without Clang"));
}

TEST(WithoutClang, OthersAreNotMentioned) {
  EXPECT_TRUE(read_without_a_program("int f(void);\n").notices.empty());
}

}  // namespace
}  // namespace forklint::native
