#include <algorithm>
#include <array>

#include "doctor/checkup.h"

namespace forklint::doctor {
namespace {

// Sorted by name. What stands here was read in the packages or is in rules/catalog/ with its source.
constexpr std::array kPackages = {
    KnownPackage{"accelerate", "notebook_launcher and debug_launcher fork", ""},
    KnownPackage{"billiard", "forks its workers", "billiard.set_start_method"},
    KnownPackage{"boto3", "clients keep connections that a fork must not share", "make clients in the child"},
    KnownPackage{"celery", "the prefork pool forks its workers", "--pool=solo or --pool=threads"},
    KnownPackage{"dask", "the process scheduler spawns", "configuration multiprocessing.context"},
    KnownPackage{"datasets", "map(num_proc=N) and its kin fork by way of multiprocess",
                 "multiprocess.set_start_method"},
    KnownPackage{"duckdb", "has threads that a fork does not copy", "connect in the child"},
    KnownPackage{"grpcio", "has threads that a fork does not copy", "GRPC_ENABLE_FORK_SUPPORT"},
    KnownPackage{"gunicorn", "forks its workers; threads of the application are lost with --preload",
                 "leave out --preload"},
    KnownPackage{"gymnasium", "AsyncVectorEnv uses the default start method", "context="},
    KnownPackage{"jax", "has threads that a fork does not copy, and warns at a fork", ""},
    KnownPackage{"joblib",
                 "backend loky forks and executes; backend multiprocessing uses the default start method",
                 "JOBLIB_START_METHOD"},
    KnownPackage{"lightning", "strategies ddp_fork and ddp_notebook fork", "strategy=\"ddp_spawn\""},
    KnownPackage{"mindspore", "GeneratorDataset and map(python_multiprocessing=True) fork",
                 "ds.config.set_multiprocessing_start_method"},
    KnownPackage{"mpire", "WorkerPool forks", "start_method="},
    KnownPackage{"multiprocess", "forks, with a default of its own", "multiprocess.set_start_method"},
    KnownPackage{"numba", "parallel kernels have threads that a fork does not copy", "NUMBA_THREADING_LAYER"},
    KnownPackage{"opencv-python", "has threads that a fork does not copy", "cv2.setNumThreads(0)"},
    KnownPackage{"paddlepaddle", "paddle.io.DataLoader(num_workers>0) forks", ""},
    KnownPackage{"pandarallel", "forks, without another choice", ""},
    KnownPackage{"polars", "has threads that a fork does not copy, and warns at a fork", ""},
    KnownPackage{"pyarrow", "has threads that a fork does not copy", "ARROW_REGISTER_ATFORK"},
    KnownPackage{"pymongo", "clients warn when they are used behind a fork", "make clients in the child"},
    KnownPackage{"pytorch-lightning", "strategies ddp_fork and ddp_notebook fork", "strategy=\"ddp_spawn\""},
    KnownPackage{"ray", "workers are executed; a driver has gRPC's threads", ""},
    KnownPackage{"rq", "Worker forks for each job", "SpawnWorker"},
    KnownPackage{"sglang", "spawns", ""},
    KnownPackage{"spacy", "nlp.pipe(n_process>1) uses the default start method", ""},
    KnownPackage{"stable-baselines3", "SubprocVecEnv uses forkserver", "start_method="},
    KnownPackage{"tensorflow", "has threads that a fork does not copy, and warns of workers that fork", ""},
    KnownPackage{"tokenizers", "has threads that a fork does not copy, and turns them off behind one",
                 "TOKENIZERS_PARALLELISM"},
    KnownPackage{"torch", "DataLoader(num_workers>0) and torch.multiprocessing use the default start method",
                 "multiprocessing_context="},
    KnownPackage{"torch-npu", "has threads that call into Python; its runtime does not survive a fork", ""},
    KnownPackage{"torchdata", "StatefulDataLoader uses the default start method", "multiprocessing_context="},
    KnownPackage{"tqdm", "process_map uses the default start method", "thread_map"},
    KnownPackage{"vllm", "forks its workers unless it sees that CUDA is in use",
                 "VLLM_WORKER_MULTIPROC_METHOD"},
    KnownPackage{"vllm-ascend", "forks its workers unless told otherwise", "VLLM_WORKER_MULTIPROC_METHOD"},
    KnownPackage{"wandb", "wandb.init starts threads and a service", "fork before it, or not at all"},
};

// PEP 503.
std::string normalised(std::string_view name) {
  std::string out;
  for (const char c : name) {
    const bool separates = c == '-' || c == '_' || c == '.';
    if (separates && out.ends_with('-')) continue;
    out += separates ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

}  // namespace

const KnownPackage* known_package(std::string_view name) {
  const std::string wanted = normalised(name);
  const auto* found = std::find_if(kPackages.begin(), kPackages.end(),
                                   [&](const KnownPackage& each) { return each.name == wanted; });
  return found == kPackages.end() ? nullptr : found;
}

}  // namespace forklint::doctor
