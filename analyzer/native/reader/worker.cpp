#include "native/reader/worker.h"

#include <malloc.h>
#include <poll.h>
#include <pthread.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>

#include "native/protocol.h"
#include "native/reader/read_unit.h"

// Where the linker has put Clang's initialisers, if they were kept from the start of the program
// (CMakeLists.txt).
using Initialiser = void (*)(int, char**, char**);
extern "C" {
// NOLINTBEGIN(bugprone-reserved-identifier,readability-identifier-naming): the linker gives these names
[[gnu::weak]] extern const Initialiser __start_forklint_clang_init[];
[[gnu::weak]] extern const Initialiser __stop_forklint_clang_init[];
// NOLINTEND(bugprone-reserved-identifier,readability-identifier-naming)
}

namespace forklint::native {
namespace {

constexpr std::size_t kStackBytes = std::size_t{512} << 20;
constexpr int kBadRequest = 2;
constexpr int kArguments = 5;

struct Job {
  ReaderInput input;
  std::string answer;
};

void* read_it(void* argument) {
  Job& job = *static_cast<Job*>(argument);
  job.answer = to_text(read_unit(job.input));
  return nullptr;
}

void limit(int resource, rlim_t most) {
  struct rlimit limits{};
  if (::getrlimit(static_cast<__rlimit_resource>(resource), &limits) != 0) return;
  limits.rlim_cur = limits.rlim_max == RLIM_INFINITY ? most : std::min(most, limits.rlim_max);
  ::setrlimit(static_cast<__rlimit_resource>(resource), &limits);
}

void initialise_clang(int argc, char** argv) {
  if (__start_forklint_clang_init == nullptr) return;
  for (const Initialiser* each = __start_forklint_clang_init; each != __stop_forklint_clang_init; ++each)
    (*each)(argc, argv, environ);
}

// Who asked for the unit may be stopped: nobody else would read the answer.
void end_with_parent() {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  // It may have gone before that.
  struct pollfd answer{STDOUT_FILENO, 0, 0};
  if (::poll(&answer, 1, 0) == 1 && (answer.revents & POLLERR) != 0) std::_Exit(1);
}

}  // namespace

bool is_worker(int argc, const char* const* argv) {
  return argc == kArguments && std::string_view(argv[1]) == kWorkerOption;
}

int run_worker(int argc, char** argv) {
  initialise_clang(argc, argv);
  Result<ReaderInput> input = input_from(std::string(std::istreambuf_iterator<char>(std::cin), {}));
  if (!input) return kBadRequest;
  // For lists of processes: it is started as /proc/self/exe.
  ::prctl(PR_SET_NAME, "forklint-native");
  end_with_parent();
  limit(RLIMIT_AS, std::strtoull(argv[2], nullptr, 10) << 20);
  limit(RLIMIT_CPU, std::strtoull(argv[3], nullptr, 10));
  limit(RLIMIT_CORE, 0);
  // A second arena would grow page by page, each with a call of the system.
  mallopt(M_ARENA_MAX, 1);
  constexpr int kGrowth = 32 << 20;
  mallopt(M_TOP_PAD, kGrowth);
  Job job{std::move(*input), {}};
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, kStackBytes);
  pthread_t thread{};
  if (pthread_create(&thread, &attributes, read_it, &job) != 0) return 1;
  pthread_join(thread, nullptr);
  std::fwrite(job.answer.data(), 1, job.answer.size(), stdout);
  // Clang's data is left to the system.
  std::fflush(stdout);
  std::quick_exit(0);
}

}  // namespace forklint::native
