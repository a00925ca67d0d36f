#include "program/modules.h"

#include <gtest/gtest.h>

namespace forklint::program {
namespace {

TEST(ModuleTable, AScriptFindsItsNeighbours) {
  const ModuleTable table({"app/run.py", "app/helpers.py", "app/tools/__init__.py", "app/tools/io.py"});
  EXPECT_EQ(table.resolve("helpers", "app/run.py"), "app/helpers.py");
  EXPECT_EQ(table.resolve("tools", "app/run.py"), "app/tools/__init__.py");
  EXPECT_EQ(table.resolve("tools.io", "app/run.py"), "app/tools/io.py");
  EXPECT_EQ(table.resolve("tools.net", "app/run.py"), "");
}

TEST(ModuleTable, APackageImportsFromTheFolderAroundIt) {
  const ModuleTable table({"lib/pkg/__init__.py", "lib/pkg/sub/__init__.py", "lib/pkg/sub/deep.py",
                           "lib/pkg/io.py", "lib/pkg/sub/io.py", "lib/other.py"});
  EXPECT_EQ(table.resolve("pkg.io", "lib/pkg/sub/deep.py"), "lib/pkg/io.py");
  EXPECT_EQ(table.resolve("other", "lib/pkg/sub/deep.py"), "lib/other.py");
  // No implicit relative imports: inside of a package its own modules are no top-level names.
  EXPECT_EQ(table.resolve("io", "lib/pkg/sub/deep.py"), "");
}

TEST(ModuleTable, ALibraryWhereItIsInstalledIsTheLibrary) {
  const auto is_library = [](std::string_view name) { return name == "multiprocessing" || name == "joblib"; };
  const ModuleTable table(
      {"lib/os.py", "lib/codecs.py", "lib/encodings/__init__.py", "lib/multiprocessing/__init__.py",
       "lib/multiprocessing/pool.py", "lib/compileall.py", "venv/site-packages/joblib/__init__.py",
       "venv/site-packages/app.py"},
      is_library);
  EXPECT_EQ(table.resolve("multiprocessing", "lib/compileall.py"), "");
  EXPECT_EQ(table.resolve("multiprocessing.pool", "lib/multiprocessing/__init__.py"), "");
  EXPECT_EQ(table.resolve_relative(1, "pool", "lib/multiprocessing/__init__.py"),
            "lib/multiprocessing/pool.py");
  EXPECT_EQ(table.resolve("joblib", "venv/site-packages/app.py"), "");
}

TEST(ModuleTable, WhatIsInstalledSideBySideAreLibrariesToEachOther) {
  const ModuleTable table({"lib/os.py", "lib/codecs.py", "lib/encodings/__init__.py", "lib/test/test_os.py",
                           "lib/test/support/__init__.py", "lib/site-packages/one/__init__.py",
                           "lib/site-packages/one/data.py", "lib/site-packages/two.py",
                           "lib/site-packages-of-mine/one.py", "lib/site-packages-of-mine/two.py",
                           "app/main.py", "app/data.py"});
  EXPECT_EQ(table.resolve("codecs", "lib/os.py"), "");
  EXPECT_EQ(table.resolve("test.support", "lib/test/test_os.py"), "lib/test/support/__init__.py");
  EXPECT_EQ(table.resolve("one.data", "lib/site-packages/one/__init__.py"), "lib/site-packages/one/data.py");
  EXPECT_EQ(table.resolve("two", "lib/site-packages/one/data.py"), "");
  EXPECT_EQ(table.resolve("one", "lib/site-packages/two.py"), "");
  EXPECT_EQ(table.resolve("os", "lib/site-packages/two.py"), "");
  EXPECT_EQ(table.resolve("one.data", "app/main.py"), "");
  EXPECT_EQ(table.resolve("data", "app/main.py"), "app/data.py");
  EXPECT_EQ(table.resolve("one", "lib/site-packages-of-mine/two.py"), "lib/site-packages-of-mine/one.py");
  EXPECT_EQ(table.installed_in("lib/site-packages/one/data.py"), "lib/site-packages/one");
  EXPECT_EQ(table.installed_in("lib/site-packages/two.py"), "lib/site-packages/two");
  EXPECT_EQ(table.installed_in("lib/test/support/__init__.py"), "lib/test");
  EXPECT_EQ(table.installed_in("app/main.py"), "");
}

TEST(ModuleTable, ALargerRepositoryImportsThroughTheProjectsFolder) {
  const auto is_library = [](std::string_view name) { return name == "torch"; };
  const ModuleTable table({"demo/demo.py", "demo/predictor.py", "data.py"}, is_library, "detector");
  EXPECT_EQ(table.resolve("company.vision.detector.demo.predictor", "demo/demo.py"), "demo/predictor.py");
  EXPECT_EQ(table.resolve("company.vision.other.demo.predictor", "demo/demo.py"), "");
  EXPECT_EQ(table.resolve("torch.detector.data", "demo/demo.py"), "");
  EXPECT_EQ(ModuleTable({"demo/predictor.py"}).resolve("a.detector.demo.predictor", "demo/demo.py"), "");
}

TEST(ModuleTable, AModuleComesBeforeAPackageOfItsName) {
  const ModuleTable table({"a.py", "a/__init__.py", "b/__init__.py"});
  EXPECT_EQ(table.resolve("a", "x.py"), "a.py");
  EXPECT_EQ(table.resolve("b", "x.py"), "b/__init__.py");
  EXPECT_EQ(table.resolve_relative(1, "", "a/x.py"), "a/__init__.py");
}

TEST(ModuleTable, KnowsNamespacePackagesAndTheSourceFolder) {
  const ModuleTable table({"src/pkg/__init__.py", "src/pkg/data.py", "space/part.py", "tests/test_data.py"});
  EXPECT_EQ(table.resolve("pkg.data", "tests/test_data.py"), "src/pkg/data.py");
  EXPECT_EQ(table.resolve("space.part", "tests/test_data.py"), "space/part.py");
}

TEST(ModuleTable, CountsTheDotsOfRelativeImports) {
  const ModuleTable table({"p/__init__.py", "p/a.py", "p/q/__init__.py", "p/q/b.py"});
  EXPECT_EQ(table.resolve_relative(1, "b", "p/q/__init__.py"), "p/q/b.py");
  EXPECT_EQ(table.resolve_relative(2, "a", "p/q/b.py"), "p/a.py");
  EXPECT_EQ(table.resolve_relative(2, "q.b", "p/q/b.py"), "p/q/b.py");
  EXPECT_EQ(table.resolve_relative(2, "", "p/q/b.py"), "p/__init__.py");
  EXPECT_EQ(table.resolve_relative(4, "a", "p/q/b.py"), "");
}

TEST(ModuleTable, LooksElsewhereInTheProjectWhereOnlyOnePlaceCanBeMeant) {
  const ModuleTable table({"one/pkg/__init__.py", "one/util.py", "two/util.py", "three/run.py"});
  EXPECT_EQ(table.resolve("pkg", "three/run.py"), "one/pkg/__init__.py");
  EXPECT_EQ(table.resolve("util", "three/run.py"), "");
}

TEST(ModuleTable, AFileNamedLikeALibraryHidesItFromItsNeighboursOnly) {
  const ModuleTable table({"tools/ray.py", "tools/run.py", "jobs/run.py"},
                          [](std::string_view name) { return name == "ray"; });
  EXPECT_EQ(table.resolve("ray", "tools/run.py"), "tools/ray.py");
  EXPECT_EQ(table.resolve("ray", "jobs/run.py"), "");
}

TEST(ModuleTable, NamesModulesFromTheFolderOfTheirOutermostPackage) {
  const ModuleTable table({"lib/p/__init__.py", "lib/p/q/__init__.py", "lib/p/q/b.py", "run.py"});
  EXPECT_EQ(table.dotted_name("lib/p/q/b.py"), "p.q.b");
  EXPECT_EQ(table.dotted_name("lib/p/q/__init__.py"), "p.q");
  EXPECT_EQ(table.dotted_name("run.py"), "run");
}

TEST(ModuleTable, AnswersStayWhereTheyAreWhenTheTableIsMoved) {
  ModuleTable first({"a.py", "b.py"});
  const std::string_view file = first.resolve("b", "a.py");
  const ModuleTable second = std::move(first);
  EXPECT_EQ(second.resolve("b", "a.py").data(), file.data());
}

}  // namespace
}  // namespace forklint::program
