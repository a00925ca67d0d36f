#include "catalog/target.h"

#include <gtest/gtest.h>

namespace forklint {
namespace {

TEST(Target, StartMethodsHaveThePythonNames) {
  for (const StartMethod method : {StartMethod::fork, StartMethod::spawn, StartMethod::forkserver}) {
    EXPECT_EQ(start_method_named(name_of(method)), method);
  }
  EXPECT_EQ(start_method_named("Fork"), std::nullopt);
  EXPECT_EQ(start_method_named(""), std::nullopt);
}

TEST(Target, PlatformsAreCalledAsInTheSettings) {
  EXPECT_EQ(name_of(Platform::linux_), "linux");
  EXPECT_EQ(name_of(Platform::macos), "macos");
  EXPECT_EQ(name_of(Platform::windows), "windows");
}

TEST(Target, VersionsLoseTheirPatch) {
  EXPECT_EQ(python_version_named("3.8"), (PythonVersion{3, 8}));
  EXPECT_EQ(python_version_named("3.14.2"), (PythonVersion{3, 14}));
  EXPECT_EQ(to_string(PythonVersion{3, 14}), "3.14");
  EXPECT_LT((PythonVersion{3, 9}), (PythonVersion{3, 14}));
}

TEST(Target, NothingElseIsAVersion) {
  for (const char* text : {"", "3", "3.", ".8", "3.8.", "3.8.1.2", "3.x", "py38", "3.8 ", "3.99999999"}) {
    EXPECT_EQ(python_version_named(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace forklint
