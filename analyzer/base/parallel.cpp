#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace forklint {

unsigned default_jobs() { return std::max(1U, std::thread::hardware_concurrency()); }

void parallel_for(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& work) {
  const std::size_t wanted = jobs == 0 ? default_jobs() : jobs;
  std::atomic<std::size_t> next{0};
  std::mutex mutex;
  std::exception_ptr failure;
  // An exception that leaves a thread would end the process without a word (memory that runs out).
  const auto take = [&] {
    try {
      for (std::size_t i = next.fetch_add(1); i < count; i = next.fetch_add(1)) work(i);
    } catch (...) {
      next = count;
      const std::lock_guard lock(mutex);
      if (!failure) failure = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> threads;
    try {
      for (std::size_t i = 1; i < std::min(wanted, count); ++i) threads.emplace_back(take);
    } catch (const std::system_error&) {
      // The system has no more threads for us: those that there are do it all.
    }
    take();
  }
  if (failure) std::rethrow_exception(failure);
}

}  // namespace forklint
