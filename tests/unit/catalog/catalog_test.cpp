// What a Catalog knows by which name: the built-in records, and those of a project's settings on top.
#include "catalog/catalog.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace forklint::catalog {
namespace {

using testing::Contains;

std::string_view found(const Catalog& catalog, std::string_view name) {
  const Api* api = catalog.find(name);
  return api == nullptr ? std::string_view() : api->name;
}

std::string_view found(std::string_view name) { return found(Catalog::builtin(), name); }

Catalog extended(std::string_view toml) {
  Result<Catalog> catalog = Catalog::extended(toml, "forklint.toml", "");
  EXPECT_TRUE(catalog.has_value()) << (catalog ? "" : catalog.error().message);
  return std::move(*catalog);
}

TEST(Catalog, FindsRecordsByName) {
  EXPECT_EQ(found("multiprocessing.Process"), "multiprocessing.Process");
  EXPECT_EQ(found("torch.utils.data.DataLoader"), "torch.utils.data.DataLoader");
  EXPECT_EQ(found("multiprocessing.process_count"), "");
  EXPECT_EQ(found("multiprocessing"), "");
  EXPECT_EQ(found(""), "");
  EXPECT_EQ(found("."), "");
}

TEST(Catalog, FindsRecordsByTheirOtherNames) {
  EXPECT_EQ(found("torch.utils.data.dataloader.DataLoader"), "torch.utils.data.DataLoader");
  EXPECT_EQ(found("concurrent.futures.process.ProcessPoolExecutor"),
            "concurrent.futures.ProcessPoolExecutor");
}

TEST(Catalog, FindsThroughNamespaces) {
  EXPECT_EQ(found("torch.multiprocessing.Pool"), "multiprocessing.Pool");
  EXPECT_EQ(found("torch.multiprocessing.pool.Pool"), "multiprocessing.pool.Pool");
  EXPECT_EQ(found("multiprocess.get_context"), "multiprocessing.get_context");
}

TEST(Catalog, ARecordOfTheNamespaceComesFirst) {
  EXPECT_EQ(found("torch.multiprocessing.spawn"), "torch.multiprocessing.spawn");
}

TEST(Catalog, RemembersWhereARecordStands) {
  const Api* api = Catalog::builtin().find("os.fork");
  ASSERT_NE(api, nullptr);
  EXPECT_EQ(api->file, "rules/catalog/stdlib.toml");
  EXPECT_GT(api->line, 0U);
}

TEST(Catalog, KeepsEverythingThatARecordSays) {
  const Api* api = Catalog::builtin().find("concurrent.futures.ProcessPoolExecutor");
  ASSERT_NE(api, nullptr);
  EXPECT_TRUE(api->is_class);
  EXPECT_EQ(api->creates, Creates::executor);
  ASSERT_GE(api->parameters.size(), 5U);
  EXPECT_EQ(api->parameters[1].name, "mp_context");
  EXPECT_EQ(api->parameters[1].fallback, "None");
  EXPECT_EQ(api->parameters[4].style, ParameterStyle::keyword_only);
  ASSERT_EQ(api->start_method.size(), 3U);
  EXPECT_EQ(api->start_method[1].source, MethodSource::implied);
  EXPECT_EQ(api->start_method[1].method, StartMethod::spawn);
  EXPECT_EQ(api->start_method[1].since, (PythonVersion{3, 11}));
  EXPECT_EQ(api->start_method[2].name, "multiprocessing");
}

TEST(Catalog, KnowsThePrefixesOfRecords) {
  const Catalog& catalog = Catalog::builtin();
  for (const char* name : {"torch", "torch.utils", "torch.utils.data.DataLoader", "torch.multiprocessing",
                           "torch.multiprocessing.pool", "concurrent.futures.process", "multiprocess.pool",
                           "torch._inductor.config"}) {
    EXPECT_TRUE(catalog.has_prefix(name)) << name;
  }
  for (const char* name :
       {"numpy.linalg", "torch.util", "multiprocessing.Pools", "torch.utils.data.DataLoader.x", ""}) {
    EXPECT_FALSE(catalog.has_prefix(name)) << name;
  }
}

TEST(Catalog, KnowsWhichDefaultContextANameReaches) {
  const Catalog& catalog = Catalog::builtin();
  EXPECT_EQ(catalog.family_of("multiprocessing.Pool"), "multiprocessing");
  EXPECT_EQ(catalog.family_of("torch.multiprocessing.Pool"), "multiprocessing");
  EXPECT_EQ(catalog.family_of("multiprocess.Pool"), "multiprocess");
  EXPECT_EQ(catalog.family_of("billiard.Pool"), "billiard");
  EXPECT_EQ(catalog.family_of("concurrent.futures.ProcessPoolExecutor"), "multiprocessing");
  EXPECT_EQ(catalog.family_of("os.fork"), "");
  EXPECT_EQ(catalog.family_of("json.loads"), "");
}

TEST(Catalog, DefaultMethodsDependOnPlatformAndVersion) {
  const auto method = [](Platform platform, PythonVersion version) {
    return Catalog::builtin().default_method("multiprocessing", platform, version);
  };
  EXPECT_EQ(method(Platform::linux_, {3, 6}), StartMethod::fork);
  EXPECT_EQ(method(Platform::linux_, {3, 13}), StartMethod::fork);
  EXPECT_EQ(method(Platform::linux_, {3, 14}), StartMethod::forkserver);
  EXPECT_EQ(method(Platform::macos, {3, 7}), StartMethod::fork);
  EXPECT_EQ(method(Platform::macos, {3, 8}), StartMethod::spawn);
  EXPECT_EQ(method(Platform::macos, {3, 14}), StartMethod::spawn);
  EXPECT_EQ(method(Platform::windows, {3, 8}), StartMethod::spawn);
  EXPECT_EQ(Catalog::builtin().default_method("threads", Platform::linux_, {3, 8}), std::nullopt);
  ASSERT_NE(Catalog::builtin().family("multiprocessing"), nullptr);
  EXPECT_EQ(Catalog::builtin().family("threads"), nullptr);
}

TEST(Catalog, ImportingAPackageIsPartOfImportingWhatLiesInIt) {
  const ImportHazard* hazard = Catalog::builtin().import_hazard("torch_npu.contrib");
  ASSERT_NE(hazard, nullptr);
  EXPECT_EQ(hazard->module, "torch_npu");
  EXPECT_EQ(Catalog::builtin().import_hazard("torch_npu2"), nullptr);
  EXPECT_EQ(Catalog::builtin().import_hazard("json"), nullptr);
}

TEST(Catalog, KnowsVariablesAndAttributesThatChooseTheMethod) {
  const Setting* variable = Catalog::builtin().setting("VLLM_WORKER_MULTIPROC_METHOD");
  ASSERT_NE(variable, nullptr);
  EXPECT_TRUE(variable->is_environment);
  const Setting* attribute = Catalog::builtin().setting("torch._inductor.config.worker_start_method");
  ASSERT_NE(attribute, nullptr);
  EXPECT_FALSE(attribute->is_environment);
  EXPECT_EQ(Catalog::builtin().setting("PATH"), nullptr);
}

// ------------------------------------------------------------------------------- a project's own records

TEST(Catalog, AProjectAddsItsOwnRecords) {
  const Catalog catalog = extended(R"(
[[api]]
name = "tools.parallel.run"
creates = "process"
start-method = [{ family = "multiprocessing" }]
[[namespace]]
name = "tools.mp"
mirrors = "multiprocessing"
)");
  EXPECT_EQ(found(catalog, "tools.parallel.run"), "tools.parallel.run");
  EXPECT_EQ(found(catalog, "tools.mp.pool.Pool"), "multiprocessing.pool.Pool");
  EXPECT_EQ(found(catalog, "multiprocessing.Pool"), "multiprocessing.Pool");
  EXPECT_TRUE(catalog.has_prefix("tools.parallel"));
  EXPECT_EQ(catalog.family_of("tools.mp.Pool"), "multiprocessing");
  EXPECT_EQ(catalog.find("tools.parallel.run")->file, "forklint.toml");
  EXPECT_EQ(catalog.find("tools.parallel.run")->line, 2U);
  EXPECT_EQ(catalog.apis().size(), Catalog::builtin().apis().size() + 1);
}

TEST(Catalog, AProjectReplacesARecordOfTheSameName) {
  const Catalog catalog = extended("[[api]]\nname = \"torch.utils.data.DataLoader\"\nclass = true\n");
  for (const char* name : {"torch.utils.data.DataLoader", "torch.utils.data.dataloader.DataLoader"}) {
    ASSERT_NE(catalog.find(name), nullptr) << name;
    EXPECT_EQ(catalog.find(name)->creates, Creates::nothing) << name;
  }
  EXPECT_EQ(catalog.apis().size(), Catalog::builtin().apis().size());
}

TEST(Catalog, AliasesHoldForWhatLiesBelow) {
  const Catalog catalog = extended(R"(
[[api]]
name = "tools.Pool"
also = ["tools.pool.Pool"]
class = true
[[api]]
name = "tools.Pool.start"
creates = "fork"
[[namespace]]
name = "old_tools"
mirrors = "tools"
)");
  EXPECT_EQ(found(catalog, "tools.pool.Pool.start"), "tools.Pool.start");
  EXPECT_EQ(found(catalog, "old_tools.pool.Pool.start"), "tools.Pool.start");
  EXPECT_TRUE(catalog.has_prefix("tools.pool.Pool.start"));
  EXPECT_FALSE(catalog.has_prefix("tools.pool.Pool.stop"));
}

TEST(Catalog, ReadsBelowThePrefixAndLeavesOtherSettingsAlone) {
  const std::string toml =
      "[tool.forklint]\nselect = [\"FRK1\"]\n[[tool.forklint.api]]\nname = \"a.b\"\n[[api]]\nx = 1\n";
  const Result<Catalog> catalog = Catalog::extended(toml, "pyproject.toml", "tool.forklint");
  ASSERT_TRUE(catalog.has_value());
  EXPECT_EQ(found(*catalog, "a.b"), "a.b");
  EXPECT_EQ(Catalog::extended("[tool]\n", "pyproject.toml", "tool.forklint")->apis().size(),
            Catalog::builtin().apis().size());
}

TEST(Catalog, MistakesOfAProjectNameFileAndLine) {
  const auto mistake = [](std::string_view toml) {
    const Result<Catalog> catalog = Catalog::extended(toml, "pyproject.toml", "tool.forklint");
    return catalog ? std::string() : catalog.error().message;
  };
  EXPECT_EQ(mistake("[[tool.forklint.api]]\nname = \"a.b\"\ncreate = \"fork\"\n"),
            "pyproject.toml:3: unknown key 'create'; did you mean 'creates'?");
  EXPECT_EQ(mistake("[[tool.forklint.api]]\nname = \"a.b\"\nsets = \"mp\"\n"),
            "pyproject.toml:3: no family is called 'mp'");
}

TEST(Catalog, AProjectMayNameWhatIsBuiltIn) {
  const Catalog catalog = extended(R"(
[[api]]
name = "tools.serve"
creates = "process"
start-method = [{ environment = "VLLM_WORKER_MULTIPROC_METHOD" }, { family = "billiard" }]
)");
  EXPECT_EQ(catalog.family_of("tools.serve"), "billiard");
}

TEST(Catalog, TheWordsOfAProjectAreSearchedFor) {
  const Catalog catalog = extended("[[api]]\nname = \"tools.parallel.go\"\ncreates = \"fork\"\n");
  EXPECT_THAT(catalog.words(), Contains("go"));
}

}  // namespace
}  // namespace forklint::catalog
