#include "workspace/settings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/memory_file_system.h"

namespace forklint::workspace {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Optional;
using testing::StartsWith;

class SettingsFile : public testing::Test {
 protected:
  Project project(const std::string& start = "/p") const {
    Result<Project> loaded = load_project(files_, start);
    EXPECT_TRUE(loaded) << loaded.error().message;
    return loaded ? std::move(*loaded) : Project{};
  }
  std::string error() const {
    const Result<Project> loaded = load_project(files_, "/p");
    return loaded ? "" : loaded.error().message;
  }
  // What a forklint.toml with this text is refused for.
  std::string error_in(const std::string& text) {
    files_.add_file("/p/forklint.toml", text);
    return error();
  }
  // The specifier that is declared, and what stands at its span in the file.
  std::pair<std::string, std::string> declared(const std::string& name, const std::string& text) {
    files_.add_file("/p/" + name, text);
    const auto found = project().requires_python;
    files_.remove("/p/" + name);
    if (!found) return {"nothing", ""};
    EXPECT_EQ(found->path, name);
    return {found->specifier, text.substr(found->span.begin, found->span.end - found->span.begin)};
  }

  MemoryFileSystem files_{"/p"};
};

constexpr const char* kEveryKey = R"(
select = ["FRK1"]
ignore = ["FRK102"]
extend-select = ["FRK6"]
per-file-ignores = { "tests/" = ["FRK1", "FRK6"], "*.pyw" = [] }
exclude = ["gen/"]
extend-exclude = ["old/"]
respect-ignore-files = false
force-exclude = true
target-python = "3.9"
platform = "all"
output-format = "concise"
show-suppressed = true
exit-zero = false
max-file-size = 1000
)";

TEST_F(SettingsFile, HoldsEveryKey) {
  files_.add_file("/p/forklint.toml", kEveryKey);
  const Settings settings = project().settings;
  EXPECT_THAT(settings.select, Optional(ElementsAre("FRK1")));
  EXPECT_THAT(settings.ignore, Optional(ElementsAre("FRK102")));
  EXPECT_THAT(settings.extend_select, ElementsAre("FRK6"));
  ASSERT_EQ(settings.per_file_ignores.size(), 2U);
  EXPECT_EQ(settings.per_file_ignores[1].pattern, "tests/");
  EXPECT_THAT(settings.per_file_ignores[1].rules, ElementsAre("FRK1", "FRK6"));
  EXPECT_THAT(settings.exclude, Optional(ElementsAre("gen/")));
  EXPECT_THAT(settings.extend_exclude, ElementsAre("old/"));
  EXPECT_EQ(settings.respect_ignore_files, false);
  EXPECT_EQ(settings.force_exclude, true);
  EXPECT_EQ(settings.target_python, (PythonVersion{3, 9}));
  EXPECT_EQ(settings.platform, "all");
  EXPECT_EQ(settings.output_format, "concise");
  EXPECT_EQ(settings.show_suppressed, true);
  EXPECT_EQ(settings.exit_zero, false);
  EXPECT_EQ(settings.max_file_size, 1000U);
  EXPECT_EQ(settings.catalog_text, "");
}

TEST_F(SettingsFile, MayBeATableOfPyproject) {
  files_.add_file("/p/pyproject.toml", "[tool.forklint]\nplatform = \"macos\"\n[tool.other]\nplatform = 3\n");
  EXPECT_EQ(project().settings.platform, "macos");
}

TEST_F(SettingsFile, MayBeMissing) {
  files_.add_file("/p/pyproject.toml", "[project]\nname = \"p\"\n");
  EXPECT_EQ(project().settings.platform, std::nullopt);
}

TEST_F(SettingsFile, HandsTheRecordsOfTheCatalogOn) {
  const std::string text = "[tool.forklint]\nexit-zero = true\n[[tool.forklint.api]]\nname = \"a.b\"\n";
  files_.add_file("/p/pyproject.toml", text);
  const Settings settings = project().settings;
  EXPECT_EQ(settings.catalog_path, "pyproject.toml");
  EXPECT_EQ(settings.catalog_text, text);
  EXPECT_EQ(settings.catalog_prefix, "tool.forklint");
  files_.add_file("/p/pyproject.toml", "");
  files_.add_file("/p/forklint.toml", "[[namespace]]\nname = \"a\"\n");
  EXPECT_EQ(project().settings.catalog_prefix, "");
  EXPECT_EQ(project().settings.catalog_path, "forklint.toml");
}

TEST_F(SettingsFile, EntryPointsKnowWhereTheyAreDeclared) {
  files_.add_file(
      "/p/pyproject.toml",
      "[project.scripts]\ntool = \"pkg.cli:main\"\n[tool.forklint]\nentry-points = [\"train.py\"]\n");
  files_.add_file("/p/setup.cfg",
                  "[options.entry_points]\nconsole_scripts =\n  # none\n  other = pkg.other:App.run [extra]\n"
                  "plugins =\n  x = pkg.x:y\n");
  const Project found = project();
  ASSERT_EQ(found.settings.entry_points.size(), 1U);
  EXPECT_EQ(found.settings.entry_points.front().file, "train.py");
  EXPECT_EQ(found.settings.entry_points.front().line, 4U);
  ASSERT_EQ(found.scripts.size(), 2U);
  EXPECT_EQ(found.scripts.front().written, "tool");
  EXPECT_EQ(found.scripts.back().function, "App.run");
  EXPECT_EQ(found.scripts.back().line, 4U);
}

TEST_F(SettingsFile, IsRefusedForAnUnknownKeyWithASuggestion) {
  EXPECT_EQ(error_in("select = []\nextend-exlude = []\n"),
            "forklint.toml:2: unknown key 'extend-exlude'; did you mean 'extend-exclude'?");
  EXPECT_EQ(error_in("[[apis]]\nname = \"a\"\n"), "forklint.toml:1: unknown key 'apis'; did you mean 'api'?");
  EXPECT_EQ(error_in("\n[zebra]\n"), "forklint.toml:2: unknown key 'zebra'");
  EXPECT_EQ(error_in("zebra.stripes = 1\n"), "forklint.toml:1: unknown key 'zebra'");
}

TEST_F(SettingsFile, IsRefusedForAWrongType) {
  EXPECT_EQ(error_in("entry-points = [\"make all\"]\n"),
            "forklint.toml:1: 'make all' of 'entry-points' is none of \"train.py\", \"pkg.cli:main\", "
            "\"-m pkg.tool\" and \"torchrun train.py\"");
  EXPECT_EQ(error_in("select = \"FRK1\"\n"), "forklint.toml:1: 'select' is a list of texts");
  EXPECT_EQ(error_in("extend-exclude = [\n  \"a\",\n  1,\n]\n"),
            "forklint.toml:3: 'extend-exclude' is a list of texts");
  EXPECT_EQ(error_in("\nexit-zero = \"yes\"\n"), "forklint.toml:2: 'exit-zero' is true or false");
  for (const std::string_view version : {"3.9", "\"3\"", "\"2.7\"", "\"3.5\"", "\"3.16\""}) {
    EXPECT_EQ(error_in("target-python = " + std::string(version) + "\n"),
              "forklint.toml:1: 'target-python' is a version from \"3.6\" to \"3.15\", as a text");
  }
  EXPECT_EQ(error_in("platform = \"linus\"\n"),
            "forklint.toml:1: 'platform' is linux, macos or all, not 'linus'");
  EXPECT_EQ(error_in("max-file-size = 0\n"), "forklint.toml:1: 'max-file-size' is a number of bytes above 0");
  EXPECT_EQ(error_in("max-file-size = \"1M\"\n"), "forklint.toml:1: 'max-file-size' is a number of bytes");
  EXPECT_EQ(error_in("per-file-ignores = []\n"),
            "forklint.toml:1: 'per-file-ignores' is a table from patterns to lists of rules");
  EXPECT_EQ(error_in("[per-file-ignores]\n\"*.py\" = \"FRK1\"\n"),
            "forklint.toml:2: '*.py' is a list of texts");
}

TEST_F(SettingsFile, IsRefusedForBrokenToml) {
  EXPECT_THAT(error_in("select = []\nignore = [\n"), StartsWith("forklint.toml:2: "));
  EXPECT_THAT(error_in("select = []\nselect = []\n"), StartsWith("forklint.toml:2: "));
  files_.remove("/p/forklint.toml");
  files_.add_file("/p/pyproject.toml", "[project\n");
  EXPECT_THAT(error(), StartsWith("pyproject.toml:1: "));
}

TEST_F(SettingsFile, IsRefusedWhereItIsNoTable) {
  files_.add_file("/p/pyproject.toml", "[tool]\nforklint = true\n");
  EXPECT_EQ(error(), "pyproject.toml:2: 'tool.forklint' is a table: write [tool.forklint]");
  files_.add_file("/p/pyproject.toml", "[[tool.forklint]]\n");
  EXPECT_THAT(error(), StartsWith("pyproject.toml:1: 'tool.forklint' is a table"));
}

TEST_F(SettingsFile, IsRefusedBesideAnotherOne) {
  files_.add_file("/p/pyproject.toml", "[project]\n\n[tool.forklint]\n");
  EXPECT_EQ(error_in("select = []\n"),
            "pyproject.toml:3: [tool.forklint] and forklint.toml both hold settings; keep one of them");
}

TEST_F(SettingsFile, IsRefusedWhereItCannotBeRead) {
  files_.add_file("/p/forklint.toml", "");
  files_.make_unreadable("/p/forklint.toml");
  EXPECT_THAT(error(), testing::AllOf(HasSubstr("forklint.toml"), HasSubstr("Permission denied")));
}

TEST_F(SettingsFile, MayBeAnotherOne) {
  files_.add_file("/p/forklint.toml", "platform = \"macos\"\n");
  files_.add_file("/else/ci.toml", "platform = \"all\"\n");
  files_.add_file("/else/pyproject.toml", "[tool.forklint]\nplatform = \"linux\"\n");
  EXPECT_EQ(load_project_with(files_, "/p", "/else/ci.toml")->settings.platform, "all");
  EXPECT_EQ(load_project_with(files_, "/p", "/else/ci.toml")->root, "/p");
  EXPECT_EQ(load_project_with(files_, "/p", "/else/pyproject.toml")->settings.platform, "linux");
  EXPECT_THAT(load_project_with(files_, "/p", "/else/none.toml").error().message,
              HasSubstr("/else/none.toml"));
  files_.add_file("/else/ci.toml", "\nplatfrom = \"all\"\n");
  EXPECT_EQ(load_project_with(files_, "/p", "/else/ci.toml").error().message,
            "/else/ci.toml:2: unknown key 'platfrom'; did you mean 'platform'?");
}

TEST_F(SettingsFile, MayBePassedOver) {
  files_.add_file("/p/pyproject.toml",
                  "[project]\nrequires-python = \">=3.9\"\n[tool.forklint]\nbogus = 1\n");
  const Result<Project> bare = bare_project(files_, "/p");
  ASSERT_TRUE(bare);
  EXPECT_EQ(bare->settings.platform, std::nullopt);
  EXPECT_EQ(bare->requires_python->specifier, ">=3.9");
}

TEST_F(SettingsFile, MarksTheRootWithOthers) {
  for (const char* mark : {"forklint.toml", "pyproject.toml"}) {
    files_.add_file(std::string("/p/") + mark, "");
    EXPECT_EQ(project("/p/src/deep").root, "/p") << mark;
    files_.remove(std::string("/p/") + mark);
  }
  files_.add_directory("/p/src/deep");
  EXPECT_EQ(project("/p/src/deep").root, "/p/src/deep") << "no mark around: the start itself";
  files_.add_directory("/p/.git");
  EXPECT_EQ(project("/p/src/deep").root, "/p");
  files_.add_file("/p/src/pyproject.toml", "");
  EXPECT_EQ(project("/p/src/deep").root, "/p/src") << "the nearest one";
  files_.add_link("/link", "/p/src/deep");
  EXPECT_EQ(project("/link").root, "/p/src") << "links are resolved first";
}

TEST_F(SettingsFile, DeclaresTheRangeOfPythonWithItsPlace) {
  using Pair = std::pair<std::string, std::string>;
  const Pair expected{">=3.8", ">=3.8"};
  EXPECT_EQ(declared("pyproject.toml", "[project]\nname = \">=3.8\"\nrequires-python = \">=3.8\"\n"),
            expected);
  EXPECT_EQ(declared("pyproject.toml", "[project]\r\nrequires-python='>=3.8' # >=3.8\r\n"), expected);
  EXPECT_EQ(declared("pyproject.toml", "project = {name = \"é\", requires-python = \">=3.8\"}\n"), expected);
  EXPECT_EQ(declared("pyproject.toml", "\xEF\xBB\xBFproject.requires-python = \">=3.8\"\n"), expected);
  EXPECT_EQ(declared("pyproject.toml", "[project]\nrequires-python = \"\"\"\n>=3.8\"\"\"\n"), expected);
  EXPECT_EQ(declared("pyproject.toml", "[tool.poetry.dependencies]\npython = \">=3.8\"\n"), expected);
  EXPECT_EQ(declared("pyproject.toml", "[project]\nrequires-python = \"\\u003e=3.8\" # >=3.8\n"),
            (Pair{">=3.8", "\\u003e=3.8"}));
  EXPECT_EQ(declared("pyproject.toml", "[project]\nrequires-python = \"\"\n"), (Pair{"", ""}));
  EXPECT_EQ(declared("pyproject.toml", "[project]\nrequires-python = 3.8\n").first, "nothing");
}

TEST_F(SettingsFile, SaysOnWhichLineTheRangeStands) {
  files_.add_file("/p/pyproject.toml", "[project]\nname = \"p\"\nrequires-python = \">=3.8\"\n");
  EXPECT_EQ(project().requires_python->line, 3U);
}

TEST_F(SettingsFile, DeclaresTheRangeOfPythonInSetupCfg) {
  using Pair = std::pair<std::string, std::string>;
  const Pair expected{">=3.8, <4", ">=3.8, <4"};
  EXPECT_EQ(declared("setup.cfg", "[metadata]\nname = p\n[options]\npython_requires = >=3.8, <4  \r\n"),
            expected);
  EXPECT_EQ(declared("setup.cfg", "[options]\npython-requires:>=3.8, <4"), expected);
  EXPECT_EQ(declared("setup.cfg", "[options]\npython_requires =\n\n    >=3.8, <4\nzip_safe = no\n"),
            expected);
  EXPECT_EQ(declared("setup.cfg", "[metadata]\npython_requires = >=3.8\n").first, "nothing");
  EXPECT_EQ(declared("setup.cfg", "[options]\npython_requires_dev = >=3.8\n").first, "nothing");
  EXPECT_EQ(declared("setup.cfg", "[options]\npython_requires =\nname =\n  >=3.8\n= 3\n").first, "nothing");
}

TEST_F(SettingsFile, PrefersPyprojectToSetupCfg) {
  files_.add_file("/p/setup.cfg", "[options]\npython_requires = >=3.6\n");
  EXPECT_EQ(declared("pyproject.toml", "[project]\nrequires-python = \">=3.9\"\n").first, ">=3.9");
}

TEST(Merge, LetsTheStrongerSpeakAndJoinsWhatExtends) {
  const Settings weaker{.select = {{"A"}}, .ignore = {{"B"}}, .extend_select = {"C"}, .platform = "all"};
  const Settings stronger{.select = {{"D"}}, .extend_select = {"E"}, .exit_zero = true};
  const Settings merged = merge(weaker, stronger);
  EXPECT_THAT(merged.select, Optional(ElementsAre("D")));
  EXPECT_THAT(merged.ignore, Optional(ElementsAre("B")));
  EXPECT_THAT(merged.extend_select, ElementsAre("C", "E"));
  EXPECT_EQ(merged.platform, "all");
  EXPECT_EQ(merged.exit_zero, true);
}

TEST(Merge, KeepsTheRecordsOfTheSettingsFile) {
  const Settings weaker{.catalog_path = "p", .catalog_text = "t", .catalog_prefix = "x"};
  EXPECT_EQ(merge(weaker, Settings{}).catalog_text, "t");
  EXPECT_EQ(merge(Settings{}, weaker).catalog_prefix, "x");
}

class TargetOf : public testing::Test {
 protected:
  // The oldest and the newest version, and how many there are.
  std::string versions() const {
    const Result<Target> target = target_of(project_);
    if (!target) return target.error().message;
    return to_string(target->versions.front()) + " to " + to_string(target->versions.back()) + ", " +
           std::to_string(target->versions.size());
  }
  std::string versions(const std::string& specifier) {
    project_.requires_python = RequiresPython{specifier, "pyproject.toml", {}, 7};
    return versions();
  }

  Project project_;
};

TEST_F(TargetOf, GoesFromThreeEightToTheNewestByDefault) {
  EXPECT_EQ(versions(), "3.8 to 3.15, 8");
  EXPECT_THAT(target_of(project_)->platforms, ElementsAre(Platform::linux_));
}

TEST_F(TargetOf, IsWhatTheProjectDeclares) {
  EXPECT_EQ(versions(">=3.6"), "3.6 to 3.15, 10");
  EXPECT_EQ(versions(">=3.9,<3.12,!=3.10.*"), "3.9 to 3.11, 2");
  EXPECT_EQ(versions(""), "3.6 to 3.15, 10");
}

TEST_F(TargetOf, IsNarrowedByTheOldestVersionToSupport) {
  project_.settings.target_python = PythonVersion{3, 12};
  EXPECT_EQ(versions(), "3.12 to 3.15, 4");
  EXPECT_EQ(versions(">=3.9,<3.14"), "3.12 to 3.13, 2");
  EXPECT_EQ(versions(">=3.13"), "3.13 to 3.15, 3");
}

TEST_F(TargetOf, IsTheNearestKnownVersionWhereNoneIsInTheRange) {
  EXPECT_EQ(versions(">=4"), "3.15 to 3.15, 1");
  EXPECT_EQ(versions(">=3.17,<4"), "3.15 to 3.15, 1");
  EXPECT_EQ(versions("<3"), "3.6 to 3.6, 1");
  project_.settings.target_python = PythonVersion{3, 40};
  EXPECT_EQ(versions(""), "3.15 to 3.15, 1");
  project_.settings.target_python = PythonVersion{2, 7};
  EXPECT_EQ(versions("<3"), "3.6 to 3.6, 1");
  project_.settings.target_python = PythonVersion{3, 12};
  EXPECT_EQ(versions("<3.10"), "3.12 to 3.12, 1") << "what was asked for wins over what is declared";
}

TEST_F(TargetOf, KnowsThePlatforms) {
  project_.settings.platform = "all";
  EXPECT_THAT(target_of(project_)->platforms, ElementsAre(Platform::linux_, Platform::macos));
  project_.settings.platform = "macos";
  EXPECT_THAT(target_of(project_)->platforms, ElementsAre(Platform::macos));
  project_.settings.platform = "plan9";
  EXPECT_EQ(target_of(project_).error().message, "platform 'plan9' is none of linux, macos and all");
}

TEST_F(TargetOf, SaysWhereABrokenRangeStands) {
  EXPECT_EQ(versions("three"), "pyproject.toml:7: requires-python: 'three' is no version specifier");
}

}  // namespace
}  // namespace forklint::workspace
