// What is known of default contexts, signatures, instances and hazards, fact by fact.
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include "tests/unit/catalog/facts.h"

namespace forklint::catalog {
namespace {

// ------------------------------------------------------------------------------------------ families

struct DefaultFact {
  std::string_view family;
  Platform platform;
  PythonVersion version;
  std::string_view method;
};

class Default : public testing::TestWithParam<DefaultFact> {};

TEST_P(Default, IsWhatThisVersionChooses) {
  const DefaultFact& fact = GetParam();
  const std::optional<StartMethod> method =
      Catalog::builtin().default_method(fact.family, fact.platform, fact.version);
  ASSERT_TRUE(method.has_value()) << fact.family;
  EXPECT_EQ(name_of(*method), fact.method);
}

INSTANTIATE_TEST_SUITE_P(Facts, Default,
                         testing::Values(DefaultFact{"multiprocessing", Platform::linux_, {3, 8}, "fork"},
                                         DefaultFact{"multiprocessing", Platform::linux_, {3, 13}, "fork"},
                                         DefaultFact{
                                             "multiprocessing", Platform::linux_, {3, 14}, "forkserver"},
                                         DefaultFact{"multiprocessing", Platform::macos, {3, 7}, "fork"},
                                         DefaultFact{"multiprocessing", Platform::macos, {3, 8}, "spawn"},
                                         DefaultFact{"multiprocessing", Platform::macos, {3, 14}, "spawn"},
                                         DefaultFact{"multiprocessing", Platform::windows, {3, 8}, "spawn"},
                                         // The copies did not follow: they fork on 3.14 as well.
                                         DefaultFact{"multiprocess", Platform::linux_, {3, 14}, "fork"},
                                         DefaultFact{"multiprocess", Platform::macos, {3, 14}, "fork"},
                                         DefaultFact{"billiard", Platform::linux_, {3, 14}, "fork"},
                                         DefaultFact{"mindspore.dataset", Platform::linux_, {3, 11}, "fork"},
                                         DefaultFact{"aiomultiprocess", Platform::linux_, {3, 8}, "spawn"}));

TEST(Families, KeepDefaultsApart) {
  const Catalog& catalog = Catalog::builtin();
  EXPECT_EQ(catalog.family_of("multiprocessing.Pool"), "multiprocessing");
  EXPECT_EQ(catalog.family_of("torch.multiprocessing.Pool"), "multiprocessing");
  EXPECT_EQ(catalog.family_of("multiprocess.Pool"), "multiprocess");
  EXPECT_EQ(catalog.family_of("pathos.helpers.mp.Pool"), "multiprocess");
  EXPECT_EQ(catalog.family_of("billiard.Pool"), "billiard");
}

TEST(Families, AreSetByTheirOwnFunctionOnly) {
  const Catalog& catalog = Catalog::builtin();
  EXPECT_EQ(known("torch.multiprocessing.set_start_method").sets_family, "multiprocessing");
  EXPECT_EQ(catalog.family_of("torch.multiprocessing.set_start_method"), "multiprocessing");
  EXPECT_EQ(catalog.family_of("multiprocess.set_start_method"), "multiprocess");
  EXPECT_EQ(known("aiomultiprocess.set_start_method").sets_family, "aiomultiprocess");
  EXPECT_EQ(known("mindspore.dataset.config.set_multiprocessing_start_method").sets_family,
            "mindspore.dataset");
}

// ------------------------------------------------------------------------------------- the default context

class Pins : public testing::TestWithParam<std::string_view> {};

TEST_P(Pins, TheDefaultContext) { EXPECT_EQ(known(GetParam()).pins_family, "multiprocessing"); }

INSTANTIATE_TEST_SUITE_P(Facts, Pins,
                         testing::Values("multiprocessing.Queue", "multiprocessing.SimpleQueue",
                                         "multiprocessing.JoinableQueue", "multiprocessing.Lock",
                                         "multiprocessing.RLock", "multiprocessing.Event",
                                         "multiprocessing.Condition", "multiprocessing.Semaphore",
                                         "multiprocessing.BoundedSemaphore", "multiprocessing.Barrier",
                                         "multiprocessing.Value", "multiprocessing.Array",
                                         "multiprocessing.Pool", "multiprocessing.Manager",
                                         "multiprocessing.managers.BaseManager",
                                         "multiprocessing.get_context", "multiprocessing.get_start_method",
                                         "concurrent.futures.ProcessPoolExecutor", "joblib.Parallel"));

TEST(DefaultContext, IsPinnedByWhatIsNotPassed) {
  for (const std::string_view name :
       {"multiprocessing.get_context", "multiprocessing.get_start_method",
        "concurrent.futures.ProcessPoolExecutor", "multiprocessing.pool.Pool"}) {
    ASSERT_EQ(known(name).pins_when.size(), 1U) << name;
    EXPECT_EQ(word_of(known(name).pins_when.front().test), "absent") << name;
  }
}

TEST(Primitives, BelongToAContext) {
  for (const std::string_view name : {"Queue", "Lock", "Event", "Value", "Array", "Barrier", "SimpleQueue"}) {
    EXPECT_EQ(known("multiprocessing." + std::string(name)).primitive_family, "multiprocessing") << name;
  }
  EXPECT_EQ(Catalog::builtin().find("multiprocessing.Pipe"), nullptr);
  EXPECT_EQ(Catalog::builtin().find("multiprocessing.RawArray"), nullptr);
}

// ------------------------------------------------------------------------------------------- signatures

struct PositionFact {
  std::string_view name;
  std::string_view parameter;
  int index;
};

class Position : public testing::TestWithParam<PositionFact> {};

TEST_P(Position, IsWhereTheLibraryTakesIt) {
  const PositionFact& fact = GetParam();
  EXPECT_EQ(position_of(known(fact.name), fact.parameter), fact.index) << fact.name << " " << fact.parameter;
}

INSTANTIATE_TEST_SUITE_P(
    Facts, Position,
    testing::Values(PositionFact{"torch.utils.data.DataLoader", "num_workers", 5},
                    PositionFact{"torch.utils.data.DataLoader", "multiprocessing_context", 11},
                    PositionFact{"torch.utils.data.DataLoader", "persistent_workers", -1},
                    PositionFact{"multiprocessing.pool.Pool", "context", 4},
                    PositionFact{"multiprocessing.Pool", "context", -1},
                    PositionFact{"concurrent.futures.ProcessPoolExecutor", "mp_context", 1},
                    PositionFact{"concurrent.futures.ProcessPoolExecutor", "max_tasks_per_child", -1},
                    PositionFact{"multiprocessing.managers.BaseManager", "ctx", 3},
                    PositionFact{"subprocess.Popen", "preexec_fn", 6},
                    PositionFact{"torch.multiprocessing.start_processes", "start_method", 5},
                    PositionFact{"monai.data.DataLoader", "num_workers", 1},
                    PositionFact{"stable_baselines3.common.vec_env.SubprocVecEnv", "start_method", 1}));

// ------------------------------------------------------------------------------------ use of instances

TEST(Managers, CreateOnlyWhenStarted) {
  const Api& manager = known("multiprocessing.managers.BaseManager");
  EXPECT_EQ(names(manager.created_by), "start, __enter__");
  EXPECT_EQ(names(manager.unless_called), "connect, get_server");
}

TEST(ForkingMixIn, ForksWhereItIsDerivedFrom) {
  EXPECT_TRUE(known("socketserver.ForkingMixIn").by_subclassing);
}

TEST(Decorators, CreateWithoutACall) {
  EXPECT_TRUE(known("pytest.mark.forked").as_decorator);
  EXPECT_TRUE(known("pebble.concurrent.process").as_decorator);
}

TEST(Results, LeadToTheClassWhoseMethodsAreKnown) {
  EXPECT_EQ(known("os.cpu_count").returns, "positive-integer");
  EXPECT_EQ(known("torch.multiprocessing.cpu_count").returns, "positive-integer");
  EXPECT_EQ(known("datasets.load_dataset").returns, "datasets.Dataset");
  EXPECT_EQ(known("datasets.Dataset.shuffle").returns, "datasets.Dataset");
  EXPECT_EQ(known("spacy.load").returns, "spacy.language.Language");
  EXPECT_EQ(known("asyncio.get_running_loop").returns, "asyncio.AbstractEventLoop");
}

TEST(Settings, NameTheStartMethodOfLibraries) {
  const Catalog& catalog = Catalog::builtin();
  for (const std::string_view name : {"VLLM_WORKER_MULTIPROC_METHOD", "JOBLIB_START_METHOD",
                                      "TORCHINDUCTOR_WORKER_START", "DASK_MULTIPROCESSING__CONTEXT"}) {
    ASSERT_NE(catalog.setting(name), nullptr) << name;
    EXPECT_TRUE(catalog.setting(name)->is_environment) << name;
  }
  ASSERT_NE(catalog.setting("torch._inductor.config.worker_start_method"), nullptr);
  EXPECT_FALSE(catalog.setting("torch._inductor.config.worker_start_method")->is_environment);
}

// --------------------------------------------------------------------------------------------- hazards

struct HazardFact {
  std::string_view name;
  std::string_view hazard;
  std::string_view by{};
  std::string_view ends{};
};

std::ostream& operator<<(std::ostream& out, const HazardFact& fact) { return out << fact.name; }

class LaterFork : public testing::TestWithParam<HazardFact> {};

TEST_P(LaterFork, IsMadeDangerousByIt) {
  const Api& api = known(GetParam().name);
  EXPECT_EQ(word_of(api.hazard), GetParam().hazard);
  EXPECT_EQ(names(api.hazard_by), GetParam().by);
  EXPECT_EQ(names(api.hazard_ends), GetParam().ends);
  EXPECT_FALSE(api.hazard_of.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Facts, LaterFork,
    testing::Values(
        HazardFact{"threading.Thread", "python_threads", "start", "join"},
        HazardFact{"threading.Timer", "python_threads", "start", "join, cancel"},
        HazardFact{"concurrent.futures.ThreadPoolExecutor", "python_threads", "submit, map",
                   "shutdown, __exit__"},
        HazardFact{"concurrent.futures.ProcessPoolExecutor", "python_threads", "submit, map",
                   "shutdown, __exit__"},
        HazardFact{"multiprocessing.Pool", "python_threads", "", "terminate, join, __exit__"},
        HazardFact{"multiprocessing.pool.ThreadPool", "python_threads", "", "terminate, join, __exit__"},
        HazardFact{"multiprocessing.Queue", "python_threads", "put, put_nowait", "join_thread"},
        HazardFact{"logging.handlers.QueueListener", "python_threads", "start, __enter__", "stop, __exit__"},
        HazardFact{"torch.cuda.is_available", "accelerator_probe"},
        HazardFact{"torch.cuda.device_count", "accelerator_probe"},
        HazardFact{"torch.npu.set_device", "accelerator_callbacks"},
        HazardFact{"acl.init", "accelerator_callbacks"},
        HazardFact{"grpc.insecure_channel", "native_callbacks", "", "close, __exit__"},
        HazardFact{"ray.init", "native_callbacks"}, HazardFact{"wandb.init", "python_threads"},
        HazardFact{"polars.read_parquet", "native_threads"}, HazardFact{"cv2.resize", "native_threads"},
        HazardFact{"sqlite3.connect", "shared_state", "", "close"}),
    [](const testing::TestParamInfo<HazardFact>& fact) { return test_name(fact.param.name); });

TEST(Imports, CanBeAHazardThemselves) {
  ASSERT_NE(Catalog::builtin().import_hazard("torch_npu"), nullptr);
  EXPECT_EQ(Catalog::builtin().import_hazard("torch_npu")->hazard, Hazard::accelerator_callbacks);
  EXPECT_NE(Catalog::builtin().import_hazard("jax"), nullptr);
  EXPECT_EQ(Catalog::builtin().import_hazard("numpy"), nullptr);
}

// -------------------------------------------------------------------------------------------- every record

TEST(EveryRecord, ThatForksSaysWhatToWriteInstead) {
  for (const Api* api : Catalog::builtin().apis()) {
    if (api->creates != Creates::fork && api->creates != Creates::preexec) continue;
    EXPECT_TRUE(api->remedy.ends_with('.')) << api->name;
  }
}

TEST(EveryRecord, OfASourceParameterHasThatParameterOrNoSignature) {
  for (const Api* api : Catalog::builtin().apis()) {
    if (!api->has_signature) continue;
    const auto has = [&](std::string_view parameter) {
      return std::any_of(api->parameters.begin(), api->parameters.end(), [&](const ParameterSpec& spec) {
        return spec.name == parameter || spec.style == ParameterStyle::double_star;
      });
    };
    for (const Condition& condition : api->when) {
      EXPECT_TRUE(has(condition.parameter)) << api->name << " " << condition.parameter;
    }
    for (const MethodFrom& from : api->start_method) {
      if (from.source != MethodSource::parameter && from.source != MethodSource::implied) continue;
      EXPECT_TRUE(has(from.name)) << api->name << " " << from.name;
    }
  }
}

}  // namespace
}  // namespace forklint::catalog
