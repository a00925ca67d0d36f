// The process that Clang runs in: one unit, then it ends. What it is asked stands on its command line, the
// answer goes to standard output. It may die at any time; that costs the unit and nothing else.
#include <malloc.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>

#include "native/protocol.h"
#include "native/reader/read_unit.h"

namespace {

using namespace forklint;

constexpr std::size_t kStackBytes = std::size_t{512} << 20;
constexpr int kBadRequest = 2;

struct Job {
  native::UnitRequest request;
  std::string answer;
};

void* read_it(void* argument) {
  Job& job = *static_cast<Job*>(argument);
  job.answer = native::to_text(native::read_unit(job.request));
  return nullptr;
}

void limit(int resource, rlim_t most) {
  struct rlimit limits{};
  if (::getrlimit(static_cast<__rlimit_resource>(resource), &limits) != 0) return;
  limits.rlim_cur = limits.rlim_max == RLIM_INFINITY ? most : std::min(most, limits.rlim_max);
  ::setrlimit(static_cast<__rlimit_resource>(resource), &limits);
}

// Who asked for the unit may be stopped: nobody else would read the answer.
void end_with_parent() {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  // It may have gone before that.
  struct pollfd answer{STDOUT_FILENO, 0, 0};
  if (::poll(&answer, 1, 0) == 1 && (answer.revents & POLLERR) != 0) std::_Exit(1);
}

}  // namespace

// forklint-native MEGABYTES SECONDS REQUEST
int main(int argc, char** argv) {
  if (argc != 4) {
    std::fputs("forklint-native is run by forklint to read C and C++; it is no program of its own\n", stderr);
    return kBadRequest;
  }
  Result<native::UnitRequest> request = native::request_from(argv[3]);
  if (!request) return kBadRequest;
  end_with_parent();
  limit(RLIMIT_AS, std::strtoull(argv[1], nullptr, 10) << 20);
  limit(RLIMIT_CPU, std::strtoull(argv[2], nullptr, 10));
  limit(RLIMIT_CORE, 0);
  // A second arena would grow page by page, each with a call of the system.
  mallopt(M_ARENA_MAX, 1);
  constexpr int kGrowth = 32 << 20;
  mallopt(M_TOP_PAD, kGrowth);
  Job job{std::move(*request), {}};
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
