// Lets the disk work on the files that are read next while the present ones are looked at: reading file after
// file would have the processor wait for the disk, and the disk for the processor.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <string>
#include <thread>

#include "base/host.h"

namespace forklint {

class ReadAhead {
 public:
  // How many files it may be ahead of those that were read.
  static constexpr std::size_t kDistance = 256;

  // `path_of` gives the paths in the order in which they are read; it is called from another thread, and
  // outlives this, as does `files`.
  ReadAhead(const FileSystem& files, std::size_t count,
            std::function<const std::string&(std::size_t)> path_of);
  // Asks for no more.
  ~ReadAhead();
  ReadAhead(const ReadAhead&) = delete;
  ReadAhead& operator=(const ReadAhead&) = delete;

  // One more file was read. Safe to call from several threads.
  void advance();

 private:
  void run();
  // False when it is to end.
  bool wait_for_turn(std::size_t file) const;

  const FileSystem& files_;
  const std::size_t count_;
  const std::function<const std::string&(std::size_t)> path_of_;
  std::atomic<std::size_t> read_{0};
  std::atomic<bool> is_over_{false};
  std::jthread thread_;
};

}  // namespace forklint
