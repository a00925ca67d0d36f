// How far a run is, counted by the threads that work and read by one that shows it.
#pragma once

#include <atomic>
#include <cstdint>

namespace forklint {

struct Progress {
  std::atomic<std::uint64_t> files = 0;  // to be searched; 0 as long as that is not known
  std::atomic<std::uint64_t> files_done = 0;
  std::atomic<std::uint64_t> units = 0;  // of C and C++ that are known to be read
  std::atomic<std::uint64_t> units_done = 0;
};

}  // namespace forklint
