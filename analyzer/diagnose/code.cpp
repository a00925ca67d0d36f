#include "diagnose/code.h"

#include <algorithm>

namespace forklint::diagnose {
namespace {

struct Known {
  std::string_view file;      // the end of the path
  std::string_view function;  // without the class; "" for any
  Code code;
};

constexpr std::string_view kFrozenImport = "<frozen importlib._bootstrap>";

constexpr Known kKnown[] = {
    {"multiprocessing/popen_fork.py", "poll", Code::waits_for_fork},
    {"multiprocessing/popen_fork.py", "wait", Code::waits_for_fork},
    {"multiprocess/popen_fork.py", "poll", Code::waits_for_fork},
    {"multiprocess/popen_fork.py", "wait", Code::waits_for_fork},
    {"billiard/popen_fork.py", "poll", Code::waits_for_fork},
    {"billiard/popen_fork.py", "wait", Code::waits_for_fork},
    {"multiprocessing/popen_fork.py", "_launch", Code::forks},
    {"multiprocess/popen_fork.py", "_launch", Code::forks},
    {"billiard/popen_fork.py", "_launch", Code::forks},
    {"gunicorn/arbiter.py", "spawn_worker", Code::forks},
    {"tornado/process.py", "fork_processes", Code::forks},
    {"rq/worker.py", "fork_work_horse", Code::forks},
    {"py/_process/forkedfunc.py", "__init__", Code::forks},
    {"pytest_forked/__init__.py", "forked_run_report", Code::forks},
    {"airflow/executors/local_executor.py", "_execute_work_in_fork", Code::forks},
    {"pty.py", "fork", Code::forks},
    {"multiprocessing/spawn.py", "spawn_main", Code::starts_fresh},
    {"multiprocessing/forkserver.py", "_serve_one", Code::starts_fresh},
    {"multiprocessing/forkserver.py", "main", Code::starts_fresh},
    {"torch/multiprocessing/spawn.py", "join", Code::starts_fresh},
    {"logging/__init__.py", "acquire", Code::logging_lock},
    {"logging/__init__.py", "_acquireLock", Code::logging_lock},
    {"logging/__init__.py", "handle", Code::logging_lock},
    {kFrozenImport, "acquire", Code::import_lock},
    {kFrozenImport, "__enter__", Code::import_lock},
    {kFrozenImport, "_lock_unlock_module", Code::import_lock},
    {kFrozenImport, "_get_module_lock", Code::import_lock},
    {"importlib/_bootstrap.py", "acquire", Code::import_lock},
    {"importlib/_bootstrap.py", "__enter__", Code::import_lock},
    {"importlib/_bootstrap.py", "_lock_unlock_module", Code::import_lock},
    {"multiprocessing/util.py", "_flush_std_streams", Code::stream_lock},
    {"multiprocessing/synchronize.py", "__enter__", Code::shared_lock},
    {"multiprocessing/synchronize.py", "acquire", Code::shared_lock},
    {"multiprocessing/queues.py", "put", Code::queue},
    {"threading.py", "acquire", Code::thread_lock},
    {"threading.py", "__enter__", Code::thread_lock},
    {"threading.py", "_wait_for_tstate_lock", Code::thread_join},
    {"threading.py", "join", Code::thread_join},
    {"queue.py", "get", Code::queue},
    {"queue.py", "put", Code::queue},
    {"multiprocessing/queues.py", "get", Code::idle_worker},
    {"multiprocessing/queues.py", "_finalize_join", Code::queue},
    {"concurrent/futures/thread.py", "_worker", Code::idle_worker},
    {"multiprocessing/pool.py", "get", Code::waits_for_worker},
    {"multiprocessing/pool.py", "wait", Code::waits_for_worker},
    {"multiprocessing/pool.py", "next", Code::waits_for_worker},
    {"concurrent/futures/_base.py", "result", Code::waits_for_worker},
    {"concurrent/futures/_base.py", "result_iterator", Code::waits_for_worker},
    {"concurrent/futures/_base.py", "wait", Code::waits_for_worker},
    {"concurrent/futures/_base.py", "as_completed", Code::waits_for_worker},
    {"torch/utils/data/dataloader.py", "_try_get_data", Code::waits_for_worker},
    {"torch/utils/data/dataloader.py", "_get_data", Code::waits_for_worker},
    {"torch/utils/data/dataloader.py", "_next_data", Code::waits_for_worker},
    {"asyncio/base_events.py", "run_forever", Code::event_loop},
    {"asyncio/base_events.py", "_run_once", Code::event_loop},
    {"selectors.py", "select", Code::event_loop},
    {"socket.py", "readinto", Code::network},
    {"ssl.py", "read", Code::network},
    {"socketserver.py", "serve_forever", Code::event_loop},
    {"torch/distributed/distributed_c10d.py", "", Code::collective},
    {"torch/distributed/rendezvous.py", "", Code::collective},
    {"torch/distributed/elastic/rendezvous/dynamic_rendezvous.py", "", Code::collective},
    {"torch/cuda/__init__.py", "synchronize", Code::device},
    {"torch/cuda/streams.py", "synchronize", Code::device},
    {"torch_npu/npu/utils.py", "synchronize", Code::device},
    {"subprocess.py", "_try_wait", Code::subprocess},
    {"subprocess.py", "_wait", Code::subprocess},
    {"subprocess.py", "communicate", Code::subprocess},
    {"subprocess.py", "_communicate", Code::subprocess},
    {"<frozen importlib._bootstrap_external>", "get_data", Code::file_system},
    {"importlib/_bootstrap_external.py", "get_data", Code::file_system},
    {"PIL/Image.py", "open", Code::file_system},
    {"PIL/ImageFile.py", "load", Code::file_system},
    {"torch/serialization.py", "", Code::file_system},
    {"shutil.py", "copyfileobj", Code::file_system},
};

// First folders and files of paths that py-spy shortened, and folders anywhere in a whole path.
constexpr std::string_view kStandardLibrary[] = {
    "_pyrepl",         "abc.py",          "asyncio",       "bdb.py",        "codecs.py",   "collections",
    "compileall.py",   "concurrent",      "contextlib.py", "copy.py",       "ctypes",      "encodings",
    "functools.py",    "gzip.py",         "http",          "importlib",     "json",        "logging",
    "multiprocessing", "os.py",           "pathlib.py",    "pickle.py",     "pty.py",      "queue.py",
    "random.py",       "runpy.py",        "sched.py",      "selectors.py",  "shutil.py",   "site.py",
    "socket.py",       "socketserver.py", "ssl.py",        "subprocess.py", "tempfile.py", "threading.py",
    "traceback.py",    "unittest",        "urllib",        "warnings.py",   "weakref.py",  "xml",
    "xmlrpc",          "zipfile.py",
};

// torch and its kin, CANN, launchers, pools and loaders. An entry with a slash is one part of a package whose
// name people also use for their own.
constexpr std::string_view kPackages[] = {
    "IPython",
    "PIL",
    "_pytest",
    "absl",
    "accelerate",
    "acl",
    "airflow",
    "apex",
    "asc_opc_tool",
    "auto_tune",
    "billiard",
    "boto3",
    "botocore",
    "celery",
    "click",
    "colossalai",
    "cv2",
    "dask",
    "datasets/arrow_dataset.py",
    "datasets/builder.py",
    "datasets/load.py",
    "datasets/utils",
    "ddtrace",
    "deepspeed",
    "detectron2",
    "dill",
    "distributed/nanny.py",
    "django",
    "dynamo_torch",
    "fastapi",
    "flask",
    "fsspec",
    "gevent",
    "grpc",
    "gunicorn",
    "gym",
    "gymnasium",
    "hccl",
    "huggingface_hub",
    "hydra",
    "ipykernel",
    "jax",
    "joblib",
    "keras",
    "kombu",
    "lightning",
    "lightning_fabric",
    "lmdb",
    "loguru",
    "loky",
    "megatron",
    "mindspeed",
    "mindspore",
    "mindx",
    "mmcv",
    "mmengine",
    "mpire",
    "msprof",
    "multiprocess",
    "numba",
    "numpy",
    "op_gen",
    "opc_tool",
    "opentelemetry",
    "paddle",
    "pandas",
    "pathos",
    "pebble",
    "pluggy",
    "polars",
    "psutil",
    "pyarrow",
    "py",
    "pytest_forked",
    "pytorch_lightning",
    "ray",
    "redis",
    "requests",
    "rq",
    "s3fs",
    "scipy",
    "sentry_sdk",
    "sglang",
    "sklearn",
    "spacy",
    "stable_baselines3",
    "starlette",
    "tbe",
    "te",
    "te_fusion",
    "tensorboard",
    "tensorflow",
    "timm",
    "tokenizers",
    "torch",
    "torch_geometric",
    "torch_npu",
    "torch_xla",
    "torchaudio",
    "torchdata",
    "torchvision",
    "tornado",
    "tqdm",
    "transformers",
    "trl",
    "ultralytics",
    "urllib3",
    "uvicorn",
    "vllm",
    "vllm_ascend",
    "wandb",
    "webdataset",
    "xgboost",
    "yaml",
    "zmq",
};

constexpr std::string_view kInstalled[] = {"/site-packages/", "/dist-packages/", "/lib/python3.",
                                           "/lib64/python3.", "/Ascend/",        "/ascend-toolkit/",
                                           "/CANN/",          "/cann/",          "/opp/built-in/"};

struct Rewrite {
  std::string_view file;
  std::string_view function;
  std::string_view text;
};

// The outermost known one counts: a loader forks by way of Process, too.
constexpr Rewrite kRewrites[] = {
    {"torch/utils/data/dataloader.py", "",
     R"(give the DataLoader `multiprocessing_context="spawn"`, with `persistent_workers=True`)"},
    {"concurrent/futures/process.py", "",
     R"(give the executor `mp_context=multiprocessing.get_context("spawn")`)"},
    {"multiprocessing/managers.py", "", R"(take the manager from `multiprocessing.get_context("spawn")`)"},
    {"multiprocessing/pool.py", "", R"(make the pool with `multiprocessing.get_context("spawn").Pool(...)`)"},
    {"multiprocessing/context.py", "Pool",
     R"(make the pool with `multiprocessing.get_context("spawn").Pool(...)`)"},
    {"multiprocessing/process.py", "",
     R"(make the process with `multiprocessing.get_context("spawn").Process(...)`)"},
    {"gunicorn/arbiter.py", "", "leave out `--preload`, or start threads and clients in `post_fork`"},
    {"joblib/parallel.py", "", R"(use joblib's "loky" or "threading" backend)"},
    {"datasets/arrow_dataset.py", "",
     R"(call `multiprocess.set_start_method("spawn")` first under `if __name__ == "__main__":`)"},
};

bool begins_with_part(std::string_view path, std::string_view part) {
  return path.starts_with(part) && (path.size() == part.size() || path[part.size()] == '/');
}

template <typename Table>
bool begins_with_any(std::string_view path, const Table& table) {
  return std::any_of(std::begin(table), std::end(table),
                     [&](std::string_view part) { return begins_with_part(path, part); });
}

}  // namespace

std::string_view without_class(std::string_view function) {
  const std::size_t dot = function.rfind('.');
  return dot == std::string_view::npos ? function : function.substr(dot + 1);
}

bool ends_with_path(std::string_view path, std::string_view tail) {
  if (!path.ends_with(tail)) return false;
  return path.size() == tail.size() || path[path.size() - tail.size() - 1] == '/';
}

std::optional<Code> code_of(const dump::Frame& frame) {
  if (frame.native) return std::nullopt;
  const std::string_view function = without_class(frame.function);
  for (const Known& known : kKnown) {
    if ((known.function.empty() || known.function == function) && ends_with_path(frame.file, known.file)) {
      return known.code;
    }
  }
  return std::nullopt;
}

bool is_vendor(const dump::Frame& frame) {
  if (frame.native) return true;
  const std::string_view path = frame.file;
  // `python -c`; other code of this name is generated.
  if (path == "<string>") return frame.function != "<module>";
  if (path.starts_with('<')) return !path.starts_with("<stdin>") && !path.starts_with("<ipython");
  const bool installed =
      std::any_of(std::begin(kInstalled), std::end(kInstalled),
                  [&](std::string_view part) { return path.find(part) != std::string_view::npos; });
  if (installed) return true;
  return !path.starts_with('/') &&
         (begins_with_any(path, kStandardLibrary) || begins_with_any(path, kPackages));
}

std::string_view rewrite_of(const dump::Frame& frame) {
  if (frame.native) return "";
  for (const Rewrite& rewrite : kRewrites) {
    const bool same = rewrite.function.empty() || rewrite.function == without_class(frame.function);
    if (same && ends_with_path(frame.file, rewrite.file)) return rewrite.text;
  }
  return "";
}

}  // namespace forklint::diagnose
