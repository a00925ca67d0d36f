// What is known of a check that goes on. The thread that analyses writes it, the one that attends to the
// terminal (attendant.h) reads it.
#pragma once

#include <chrono>
#include <memory>
#include <mutex>
#include <optional>

#include "base/progress.h"
#include "finding/run_result.h"
#include "workspace/settings.h"

namespace forklint::cli {

class SoFar {
 public:
  using Clock = std::chrono::steady_clock;
  using Lock = std::unique_lock<std::mutex>;

  struct Findings {
    workspace::Settings settings;
    RunResult run;
    std::shared_ptr<const void> owner;  // of what the run refers to, as far as the analysis does not own it
  };

  Progress progress;

  // Whether the run is a long one, and the last look at it was long ago: to publish costs time.
  bool is_due() const;
  // What the findings refer to must live until they are replaced or forgotten.
  void publish(Findings findings);

  // As long as somebody holds it, the run is not stopped, and nothing of its progress is shown.
  Lock lock() { return Lock(mutex_); }
  // Forgets them when it ends: to be kept by what they refer to.
  std::shared_ptr<const void> publication();
  // What they refer to ends, or the files are not any more what they were. Wants the lock.
  void forget_findings(const Lock& lock);
  // From here on the run needs nothing but time to write what it found. Wants the lock.
  void begin_output(const Lock& lock);
  bool is_output(const Lock& lock) const;
  // Null where nothing was published. Wants the lock.
  Findings* findings(const Lock& lock);

 private:
  mutable std::mutex mutex_;
  std::optional<Findings> findings_;
  Clock::time_point last_ = Clock::now();
  bool output_ = false;
};

}  // namespace forklint::cli
