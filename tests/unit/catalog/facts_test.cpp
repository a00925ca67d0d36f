// The facts of the domain that decide findings, one line each: who creates processes, and who chooses how.
// A line that fails is a finding that would be wrong or missing; the records' `source` says where it was
// read.
#include "tests/unit/catalog/facts.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string_view>

namespace forklint::catalog {
namespace {

struct CreationFact {
  std::string_view name;
  std::string_view creates;
  std::string_view start_method;
  std::string_view when{};
};

std::ostream& operator<<(std::ostream& out, const CreationFact& fact) { return out << fact.name; }

class Creation : public testing::TestWithParam<CreationFact> {};

TEST_P(Creation, IsAsTheLibraryDoesIt) {
  const Api& api = known(GetParam().name);
  EXPECT_EQ(word_of(api.creates), GetParam().creates);
  EXPECT_EQ(start_method_of(api), GetParam().start_method);
  EXPECT_EQ(conditions_of(api), GetParam().when);
}

constexpr std::string_view kDefault = "default of multiprocessing";
constexpr std::string_view kDill = "default of multiprocess";
constexpr std::string_view kLoader = "multiprocessing_context=, default of multiprocessing";
constexpr std::string_view kWorkers = "num_workers positive";
constexpr std::string_view kMany = "num_proc more_than_one";

const auto kCreationName = [](const testing::TestParamInfo<CreationFact>& fact) {
  return test_name(fact.param.name);
};

INSTANTIATE_TEST_SUITE_P(
    StandardLibrary, Creation,
    testing::Values(
        CreationFact{"multiprocessing.Process", "process", kDefault},
        CreationFact{"multiprocessing.context.ForkProcess", "process", "fork"},
        CreationFact{"multiprocessing.context.SpawnProcess", "process", "spawn"},
        CreationFact{"multiprocessing.Pool", "process", kDefault},
        CreationFact{"multiprocessing.pool.Pool", "process", "context=, default of multiprocessing"},
        CreationFact{"multiprocessing.Manager", "process", kDefault},
        CreationFact{"multiprocessing.managers.BaseManager", "process", "ctx=, default of multiprocessing"},
        CreationFact{"multiprocessing.managers.SharedMemoryManager", "process",
                     "ctx=, default of multiprocessing"},
        CreationFact{"concurrent.futures.ProcessPoolExecutor", "executor",
                     "mp_context=, max_tasks_per_child -> spawn since 3.11, default of multiprocessing"},
        CreationFact{"compileall.compile_dir", "executor",
                     "forkserver since 3.12, default of multiprocessing", "workers other_than_one"},
        CreationFact{"os.fork", "fork", ""}, CreationFact{"os.forkpty", "fork", ""},
        CreationFact{"pty.fork", "fork", ""}, CreationFact{"pty.spawn", "fork", ""},
        CreationFact{"os.spawnl", "fork", ""}, CreationFact{"os.spawnvpe", "fork", ""},
        CreationFact{"socketserver.ForkingMixIn", "fork", ""},
        CreationFact{"socketserver.ForkingTCPServer", "fork", ""},
        CreationFact{"http.server.CGIHTTPRequestHandler", "fork", ""},
        CreationFact{"subprocess.Popen", "preexec", "", "preexec_fn given"},
        CreationFact{"subprocess.run", "preexec", "", "preexec_fn given"},
        CreationFact{"subprocess.check_output", "preexec", "", "preexec_fn given"},
        CreationFact{"asyncio.create_subprocess_exec", "preexec", "", "preexec_fn given"}),
    kCreationName);

INSTANTIATE_TEST_SUITE_P(
    Torch, Creation,
    testing::Values(
        CreationFact{"torch.utils.data.DataLoader", "dataloader", kLoader, kWorkers},
        CreationFact{"torch.utils.data.dataloader.DataLoader", "dataloader", kLoader, kWorkers},
        CreationFact{"torchdata.stateful_dataloader.StatefulDataLoader", "dataloader", kLoader, kWorkers},
        CreationFact{"torch_geometric.loader.NeighborLoader", "dataloader", kLoader, kWorkers},
        CreationFact{"litdata.StreamingDataLoader", "dataloader", kLoader, kWorkers},
        CreationFact{"monai.data.ThreadDataLoader", "dataloader", kLoader,
                     "num_workers positive, use_thread_workers absent"},
        CreationFact{"timm.data.create_loader", "dataloader", kDefault, kWorkers},
        CreationFact{"transformers.TrainingArguments", "dataloader",
                     "dataloader_multiprocessing_context=, default of multiprocessing",
                     "dataloader_num_workers positive"},
        CreationFact{"torch.multiprocessing.Process", "process", kDefault},
        CreationFact{"torch.multiprocessing.Pool", "process", kDefault},
        CreationFact{"torch.multiprocessing.spawn", "process", "spawn"},
        CreationFact{"torch.multiprocessing.start_processes", "process", "start_method=, spawn"},
        CreationFact{"torch.distributed.elastic.multiprocessing.start_processes", "process",
                     "start_method=, spawn"},
        CreationFact{"torch.distributed.launcher.LaunchConfig", "process", "start_method=, spawn"},
        CreationFact{"torch_xla.distributed.xla_multiprocessing.spawn", "process", "start_method=, spawn"}),
    kCreationName);

INSTANTIATE_TEST_SUITE_P(
    Frameworks, Creation,
    testing::Values(
        CreationFact{"lightning.Trainer", "fork", "",
                     "strategy equals ddp_fork ddp_notebook ddp_fork_find_unused_parameters_false "
                     "ddp_fork_find_unused_parameters_true ddp_notebook_find_unused_parameters_false "
                     "ddp_notebook_find_unused_parameters_true"},
        CreationFact{"lightning.Fabric", "fork", "", "strategy equals ddp_fork ddp_notebook"},
        CreationFact{"pytorch_lightning.strategies.DDPStrategy", "process",
                     "start_method=", "start_method equals fork spawn forkserver"},
        CreationFact{"accelerate.notebook_launcher", "fork", "", "num_processes more_than_one"},
        CreationFact{"accelerate.debug_launcher", "fork", ""},
        CreationFact{"datasets.Dataset.map", "process", kDill, kMany},
        CreationFact{"datasets.DatasetDict.map", "process", kDill, kMany},
        CreationFact{"datasets.load_dataset", "process", kDill, kMany},
        CreationFact{"datasets.Dataset.to_csv", "process", kDefault, kMany},
        CreationFact{"sentence_transformers.SentenceTransformer.start_multi_process_pool", "process",
                     "spawn"},
        CreationFact{"vllm.LLM", "process", "$VLLM_WORKER_MULTIPROC_METHOD, fork"},
        CreationFact{"paddle.io.DataLoader", "dataloader", kDefault, kWorkers},
        CreationFact{"mindspore.dataset.GeneratorDataset", "process", "default of mindspore.dataset",
                     "num_parallel_workers more_than_one, python_multiprocessing truthy"},
        CreationFact{"mxnet.gluon.data.DataLoader", "dataloader", kDefault,
                     "num_workers positive, thread_pool absent"},
        CreationFact{"keras.Model.fit", "process", kDefault, "use_multiprocessing truthy"},
        CreationFact{"spacy.language.Language.pipe", "process", kDefault, "n_process more_than_one"},
        CreationFact{"gymnasium.vector.AsyncVectorEnv", "process", "context=, default of multiprocessing"},
        CreationFact{"gym.vector.AsyncVectorEnv", "process", "context=, default of multiprocessing"},
        CreationFact{"stable_baselines3.common.vec_env.SubprocVecEnv", "process",
                     "start_method=, forkserver"},
        CreationFact{"baselines.common.vec_env.SubprocVecEnv", "process", "context=, spawn"},
        CreationFact{"torchrl.envs.ParallelEnv", "process", "mp_start_method=, spawn"}),
    kCreationName);

INSTANTIATE_TEST_SUITE_P(
    ParallelMap, Creation,
    testing::Values(
        CreationFact{"joblib.Parallel", "process", "$JOBLIB_START_METHOD, default of multiprocessing",
                     "n_jobs more_than_one, backend equals multiprocessing"},
        CreationFact{"tqdm.contrib.concurrent.process_map", "executor",
                     "mp_context=, max_tasks_per_child -> spawn since 3.11, default of multiprocessing"},
        CreationFact{"pandarallel.pandarallel.initialize", "fork", ""},
        CreationFact{"mpire.WorkerPool", "process", "start_method=, fork",
                     "start_method not_equals threading"},
        CreationFact{"pebble.ProcessPool", "executor", "context=, default of multiprocessing"},
        CreationFact{"pebble.concurrent.process", "process", "context=, default of multiprocessing",
                     "pool absent"},
        CreationFact{"pathos.multiprocessing.ProcessPool", "process", "context=, default of multiprocess"},
        CreationFact{"p_tqdm.p_map", "process", kDill},
        CreationFact{"schwimmbad.MultiPool", "process", "context=, default of multiprocess"},
        CreationFact{"aiomultiprocess.Pool", "process", "default of aiomultiprocess"},
        CreationFact{"dask.multiprocessing.get", "process", "$DASK_MULTIPROCESSING__CONTEXT, spawn"},
        CreationFact{"scipy.optimize.differential_evolution", "process", kDefault, "workers more_than_one"}),
    kCreationName);

INSTANTIATE_TEST_SUITE_P(
    ServersAndTerminals, Creation,
    testing::Values(
        CreationFact{"tornado.process.fork_processes", "fork", ""},
        CreationFact{"tornado.httpserver.HTTPServer.start", "fork", "", "num_processes given"},
        CreationFact{"rq.Worker", "fork", ""}, CreationFact{"rq.worker_pool.WorkerPool", "fork", ""},
        CreationFact{"gunicorn.app.base.BaseApplication", "fork", ""},
        CreationFact{"luigi.build", "process", kDefault, "workers more_than_one"},
        CreationFact{"daemon.DaemonContext", "fork", "", "detach_process absent"},
        CreationFact{"pexpect.spawn", "fork", ""}, CreationFact{"ptyprocess.PtyProcess.spawn", "fork", ""},
        CreationFact{"pytest.mark.forked", "fork", ""}, CreationFact{"py.process.ForkedFunc", "fork", ""}),
    kCreationName);

// --------------------------------------------------------------------------- what looks like it and is not

class CreatesNothing : public testing::TestWithParam<std::string_view> {};

TEST_P(CreatesNothing, SoItStaysSilent) {
  const Api* api = Catalog::builtin().find(GetParam());
  EXPECT_TRUE(api == nullptr || api->creates == Creates::nothing);
}

INSTANTIATE_TEST_SUITE_P(
    Facts, CreatesNothing,
    testing::Values("multiprocessing.pool.ThreadPool", "multiprocessing.dummy.Pool",
                    "multiprocessing.dummy.Process", "concurrent.futures.ThreadPoolExecutor",
                    "concurrent.futures.InterpreterPoolExecutor", "threading.Thread",
                    "asyncio.AbstractEventLoop.run_in_executor", "asyncio.to_thread",
                    "tqdm.contrib.concurrent.thread_map", "multiprocessing.Queue", "multiprocessing.Lock",
                    "multiprocessing.Pipe", "multiprocessing.shared_memory.SharedMemory", "os.posix_spawn",
                    "os.system", "os.popen", "subprocess.getoutput", "psutil.Process", "redis.ConnectionPool",
                    "ray.util.multiprocessing.Pool", "uvicorn.run", "loguru.logger.add",
                    "multiprocessing.set_start_method", "multiprocessing.get_context"),
    [](const testing::TestParamInfo<std::string_view>& fact) { return test_name(fact.param); });

TEST(ThreadPools, StillFixTheDefaultContext) {
  EXPECT_EQ(known("multiprocessing.pool.ThreadPool").pins_family, "multiprocessing");
  EXPECT_EQ(known("multiprocessing.dummy.Pool").pins_family, "multiprocessing");
  EXPECT_EQ(known("torch.multiprocessing.pool.ThreadPool").pins_family, "multiprocessing");
}

}  // namespace
}  // namespace forklint::catalog
