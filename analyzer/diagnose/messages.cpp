#include "diagnose/messages.h"

#include <algorithm>

namespace forklint::diagnose {
namespace {

struct Message {
  std::string_view text;  // as it is printed; white space does not count
  Kind kind;
  Certainty certainty;
  std::string_view what;
  std::string_view why;
};

constexpr Message kMessages[] = {
    {"use of fork() may lead to deadlocks in the child", Kind::message, Certainty::possible,
     "CPython warns that this program forked while other threads were alive",
     "Python 3.12 and newer counts the threads at each fork. A child can hang on any lock that one of them "
     "held."},
    {"os.fork() is incompatible with multithreaded code, and JAX is multithreaded", Kind::message,
     Certainty::possible, "JAX warns that the process was forked beside its threads",
     "JAX starts threads when it is first used; a forked child inherits their locks, but not the threads."},
    {"Using fork() can cause Polars to deadlock in the child process", Kind::message, Certainty::possible,
     "Polars warns that the process was forked beside its thread pool",
     "The threads of the pool are not in the child: a query there waits for them for ever."},
    {"The current process just got forked, after parallelism has already been used", Kind::message,
     Certainty::possible, "the tokenizers library saw a fork after it had used its threads",
     "It turned its own threads off in the child, so it does not hang itself; the fork is there all the "
     "same."},
    {"fork() called from a process already using GNU OpenMP, this is unsafe", Kind::message,
     Certainty::certain, "OpenMP ended a forked child, because the parent had used its threads before",
     "libgomp's threads are not in the child; the parent then waits for a child that is gone."},
    {"Cannot re-initialize CUDA in forked subprocess", Kind::message, Certainty::certain,
     "a forked child used CUDA after its parent did",
     "A CUDA context does not survive a fork; also `torch.cuda.device_count()` in the parent is such a use."},
    {"Cannot re-initialize NPU in forked subprocess", Kind::message, Certainty::certain,
     "a forked child used the NPU after its parent did", "The NPU's runtime does not survive a fork."},
    {"Cannot re-initialize XPU in forked subprocess", Kind::message, Certainty::certain,
     "a forked child used the XPU after its parent did", "The XPU's runtime does not survive a fork."},
    {"Cannot re-initialize MLU in forked subprocess", Kind::message, Certainty::certain,
     "a forked child used the MLU after its parent did", "The MLU's runtime does not survive a fork."},
    {"MongoClient opened before fork", Kind::message, Certainty::possible,
     "a MongoClient of the parent was used in a forked child",
     "Its locks and its monitoring threads stayed in the parent."},
    {"multiprocessing can interact badly with TensorFlow, causing nondeterministic deadlocks", Kind::message,
     Certainty::possible, "TensorFlow warns that its process forks workers",
     "TensorFlow's threads hold locks that the workers inherit."},
    {"can't create new processes if CUDA is already initialized", Kind::message, Certainty::certain,
     "Lightning refused to fork after CUDA was used", "A CUDA context does not survive a fork."},
    {"Other threads are currently calling into gRPC, skipping fork() handlers", Kind::message,
     Certainty::possible, "gRPC saw a fork while its threads were busy",
     "Its state in the child is broken from then on: the next call can hang."},
    {"DataLoader timed out after", Kind::waits_for_child, Certainty::possible,
     "a DataLoader's worker did not deliver in time",
     "A worker that hangs on an inherited lock looks like this, and so does a slow one: a stack of the "
     "worker tells which."},
    {"DataLoader worker (pid", Kind::other, Certainty::likely, "a DataLoader's worker died",
     "A worker that was killed (memory, a crash) is no hang at a lock."},
    {"Watchdog caught collective operation timeout", Kind::other, Certainty::likely,
     "a collective operation timed out",
     "One rank did not come. Take a stack of that rank: if it stands in a DataLoader, look at its workers."},
    {"Socket Timeout", Kind::other, Certainty::possible, "a rank waited for another one in vain",
     "Take a stack of the rank that did not come."},
    {"has finished its bootstrapping phase", Kind::other, Certainty::certain,
     "a spawned process starts processes while it imports the main module",
     "The script lacks `if __name__ == \"__main__\":` around what starts them."},
    {"out of shared memory", Kind::other, Certainty::likely, "the workers ran out of shared memory",
     "Make /dev/shm larger (`--shm-size`, `--ipc=host`)."},
};

std::string squeezed(std::string_view text, std::vector<std::uint32_t>* lines) {
  std::string out;
  std::uint32_t line = 1;
  for (const char c : text) {
    line += c == '\n' ? 1 : 0;
    if (c == ' ' || c == '\n' || c == '\t') continue;
    out += c;
    if (lines != nullptr) lines->push_back(line);
  }
  return out;
}

}  // namespace

std::vector<Diagnosis> diagnose_messages(std::string_view text) {
  std::vector<std::uint32_t> lines;
  const std::string all = squeezed(text, &lines);
  std::vector<Diagnosis> found;
  for (const Message& message : kMessages) {
    const std::size_t at = all.find(squeezed(message.text, nullptr));
    if (at == std::string::npos) continue;
    found.push_back({.kind = message.kind,
                     .certainty = message.certainty,
                     .what = std::string(message.what),
                     .why = std::string(message.why),
                     .line = lines[at]});
  }
  return found;
}

}  // namespace forklint::diagnose
