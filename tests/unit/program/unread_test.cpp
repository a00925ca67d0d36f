// What of the project a program asks for beyond what is parsed, because it runs around a fork.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "program/program.h"

namespace forklint::program {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using Files = std::map<std::string, std::string>;

struct Asked {
  std::vector<std::string> files;    // that are run
  std::vector<std::string> leading;  // "module.py name": whose users lead to a fork
};

Asked asked_for(const Files& parsed, const std::vector<std::string>& unparsed) {
  std::vector<std::string> paths = unparsed;
  for (const auto& [path, text] : parsed) paths.push_back(path);
  const ModuleTable table(paths);
  ProgramInput input;
  input.table = &table;
  input.target = {.platforms = {Platform::linux_}, .versions = {{3, 8}, {3, 13}}};
  for (const auto& [path, text] : parsed) {
    auto module = std::make_unique<Module>();
    module->syntax = python::parse(std::make_unique<const SourceFile>(path, path, text), {});
    module->name = table.dotted_name(path);
    input.modules.push_back(std::move(module));
  }
  const Program program = Program::link(std::move(input), catalog::Catalog::builtin());
  Asked asked;
  for (const UnreadFile& each : program.unread().files) asked.files.emplace_back(each.file);
  for (const auto& [module, name] : program.unread().leading)
    asked.leading.push_back(module->path() + " " + std::string(name));
  return asked;
}

TEST(Unread, WhoImportsAScriptLeadsToWhatItsTopLevelDoes) {
  const std::string use = "def load():\n    import tool\n";
  EXPECT_THAT(asked_for({{"tool.py", "import os\nos.fork()\n"}, {"user.py", use}}, {}).leading,
              ElementsAre("user.py load"));
  EXPECT_THAT(
      asked_for({{"tool.py", "import os\nif __name__ == '__main__':\n    os.fork()\n"}, {"user.py", use}}, {})
          .leading,
      IsEmpty());
}

TEST(Unread, WhoImportsAScriptRunsNothingOfItsMainGuard) {
  const std::string main = "import os\nimport tool\nos.fork()\n";
  EXPECT_THAT(asked_for({{"main.py", main}, {"tool.py", "import more\nmore.run()\n"}}, {"more.py"}).files,
              ElementsAre("more.py"));
  EXPECT_THAT(asked_for({{"main.py", main}, {"tool.py", "if __name__ == '__main__':\n    import more\n"}},
                        {"more.py"})
                  .files,
              IsEmpty());
}

TEST(Unread, AScriptRunsItsMainGuardAndAllAroundIt) {
  EXPECT_THAT(asked_for({{"main.py",
                          "import more\nimport os\nif __name__ == '__main__':\n"
                          "    import less\n    os.fork()\n"}},
                        {"less.py", "more.py"})
                  .files,
              ElementsAre("less.py", "more.py"));
}

}  // namespace
}  // namespace forklint::program
