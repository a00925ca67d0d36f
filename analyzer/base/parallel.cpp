#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace forklint {

namespace {

// False where the system has no more threads for us.
bool start_one(std::vector<std::jthread>& threads, const std::function<void()>& work) {
  try {
    threads.emplace_back(work);
    return true;
  } catch (const std::system_error&) {
    return false;
  }
}

}  // namespace

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
    // Those that could be started do it all.
    std::vector<std::jthread> threads;
    while (threads.size() + 1 < std::min(wanted, count) && start_one(threads, take)) {
    }
    take();
  }
  if (failure) std::rethrow_exception(failure);
}

}  // namespace forklint
