// Work on many items with several threads. The order in which items are taken is not defined; results are
// written by index, so that output does not depend on the number of threads.
#pragma once

#include <cstddef>
#include <functional>

namespace forklint {

// As many threads as this process may use at once, at least 1.
unsigned default_jobs();

// Calls work(0) … work(count - 1), each once. `jobs` 0 means default_jobs(). Returns when all are done.
// What one of them throws reaches the caller after the running ones have ended; the rest is not begun.
void parallel_for(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& work);

}  // namespace forklint
