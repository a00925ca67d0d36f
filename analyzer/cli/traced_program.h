// A program that is run with the recorder in it.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

namespace forklint::cli {

// The recorder's files in a temporary folder, which goes when this does.
class RecorderFolder {
 public:
  static Result<RecorderFolder> create(const std::string& temporary);
  RecorderFolder(RecorderFolder&& other) noexcept : path_(std::move(other.path_)) { other.path_.clear(); }
  RecorderFolder& operator=(RecorderFolder&&) = delete;
  ~RecorderFolder();
  const std::string& path() const { return path_; }

 private:
  explicit RecorderFolder(std::string path) : path_(std::move(path)) {}
  std::string path_;
};

// What the recorder is told, by environment variables.
struct RecorderOrders {
  std::string log;          // the file to append to
  bool every_fork = false;  // to look anew at each one
};

class TracedProgram {
 public:
  // With the streams of this process. While it lives, an interrupt of the terminal is the program's to
  // handle.
  static Result<TracedProgram> start(const std::vector<std::string>& command, const RecorderFolder& recorder,
                                     const RecorderOrders& orders);
  TracedProgram(TracedProgram&& other) noexcept : pid_(other.pid_) { other.pid_ = 0; }
  TracedProgram& operator=(TracedProgram&&) = delete;
  ~TracedProgram();

  // Its exit status as a shell has it, once it ended; waits for that a moment.
  std::optional<int> poll(int milliseconds) const;

 private:
  explicit TracedProgram(pid_t pid) : pid_(pid) {}
  pid_t pid_ = 0;
};

}  // namespace forklint::cli
