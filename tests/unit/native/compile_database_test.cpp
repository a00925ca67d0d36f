// A compilation database comes from strangers: what of it reaches Clang, and what does not.
#include "native/compile_database.h"

#include <gmock/gmock.h>

#include "base/memory_file_system.h"

namespace forklint::native {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> allowed(const std::vector<std::string>& arguments) {
  return allowed_flags(arguments, "/p/build", "/p");
}

TEST(AllowedFlags, KeepsWhatSaysWhatTheCodeMeans) {
  EXPECT_THAT(allowed({"cc", "-I../include", "-isystem", "/opt/x", "-DA=1", "-D", "B", "-std=c++17",
                       "-fno-exceptions", "-x", "c++", "-c", "a.cpp", "-o", "a.o"}),
              ElementsAre("-I", "/p/include", "-isystem", "/opt/x", "-D", "A=1", "-D", "B", "-std=c++17",
                          "-fno-exceptions", "-x", "c++"));
}

TEST(AllowedFlags, DropsWhatWritesOrLoads) {
  EXPECT_THAT(allowed({"-serialize-diagnostics",
                       "f",
                       "-Xclang",
                       "-dependency-file",
                       "-Xclang",
                       "f",
                       "-MF",
                       "f",
                       "-MD",
                       "-fplugin=x.so",
                       "-Xclang",
                       "-load",
                       "-B/evil",
                       "--sysroot=/evil",
                       "-include",
                       "/etc/passwd",
                       "-fmodules",
                       "-ivfsoverlay",
                       "v",
                       "-working-directory",
                       "/",
                       "--config=x",
                       "-specs=x"}),
              IsEmpty());
}

TEST(AllowedFlags, IncludesFilesOfTheProjectAlone) {
  EXPECT_THAT(allowed({"-include", "../config.h", "-include", "../../secret.h"}),
              ElementsAre("-include", "/p/config.h"));
}

TEST(SplitCommand, IsAsInAShell) {
  EXPECT_THAT(split_command(R"(ccache g++ -DA=\"x\" '-I/a b' "-DB=c d" -c  e.cc)"),
              ElementsAre("ccache", "g++", "-DA=\"x\"", "-I/a b", "-DB=c d", "-c", "e.cc"));
}

TEST(CompileDatabase, KnowsLaunchersAndResponseFiles) {
  MemoryFileSystem files;
  files.add_file("/p/build/flags.rsp", "-I../include -DFROM_FILE");
  files.add_file("/etc/secret.rsp", "-DSECRET");
  files.add_file("/p/build/compile_commands.json", R"([{"directory": "/p/build", "file": "../a.c",
      "command": "ccache gcc @flags.rsp @/etc/secret.rsp -c ../a.c"}])");
  const auto database = CompileDatabase::read(files, "/p/build/compile_commands.json", "/p");
  ASSERT_TRUE(database) << database.error().message;
  ASSERT_NE(database->flags_of("/p/a.c"), nullptr);
  EXPECT_THAT(*database->flags_of("/p/a.c"), ElementsAre("-I", "/p/include", "-D", "FROM_FILE"));
  EXPECT_EQ(database->flags_of("/p/b.c"), nullptr);
}

TEST(CompileDatabase, SaysWhatIsWrongWithIt) {
  MemoryFileSystem files;
  for (const std::string text :
       {"[", "{}", "[1]", R"([{"file": "a.c"}])", R"([{"file": 1, "directory": "", "command": ""}])"}) {
    files.add_file("/p/compile_commands.json", text);
    const auto database = CompileDatabase::read(files, "/p/compile_commands.json", "/p");
    ASSERT_FALSE(database) << text;
    EXPECT_THAT(database.error().message, HasSubstr("/p/compile_commands.json: no compilation database"));
  }
}

TEST(CompileDatabase, IsLookedForInTheProjectAlone) {
  MemoryFileSystem files;
  files.add_file("/compile_commands.json", "[]");
  files.add_file("/p/other/compile_commands.json", "[]");
  EXPECT_EQ(find_database(files, "/p"), std::nullopt);
  files.add_file("/p/build/cp311/compile_commands.json", "[]");
  EXPECT_EQ(find_database(files, "/p"), "/p/build/cp311/compile_commands.json");
  files.add_file("/p/compile_commands.json", "[]");
  EXPECT_EQ(find_database(files, "/p"), "/p/compile_commands.json");
}

}  // namespace
}  // namespace forklint::native
