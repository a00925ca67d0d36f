#include "base/read_ahead.h"

#include <algorithm>

namespace forklint {

ReadAhead::ReadAhead(const FileSystem& files, std::size_t count,
                     std::function<const std::string&(std::size_t)> path_of)
    : files_(files), count_(count), path_of_(std::move(path_of)), thread_([this] { run(); }) {}

ReadAhead::~ReadAhead() {
  is_over_ = true;
  advance();
}

void ReadAhead::advance() {
  ++read_;
  read_.notify_one();
}

bool ReadAhead::wait_for_turn(std::size_t file) const {
  std::size_t read = read_;
  while (read + kDistance <= file && !is_over_) {
    read_.wait(read);
    read = read_;
  }
  return !is_over_;
}

void ReadAhead::run() {
  // Where files are in memory already, a look at some of them is enough.
  constexpr std::size_t kMaxStride = 64;
  std::size_t stride = 1;
  for (std::size_t file = 0; file < count_ && wait_for_turn(file); file = std::max(file + stride, read_ + 1))
    stride = files_.expect(path_of_(file)) ? std::min(stride * 2, kMaxStride) : 1;
}

}  // namespace forklint
