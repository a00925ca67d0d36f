// Attends to the terminal while a check runs: shows how far it is, and on Ctrl-C ends the process with what
// was found so far and status 130.
#pragma once

#include <thread>

#include "base/host.h"
#include "base/interrupt_signal.h"
#include "base/result.h"
#include "cli/options.h"
#include "cli/so_far.h"

namespace forklint::cli {

constexpr int kInterrupted = 130;

class Attendant {
 public:
  // `options` and `host` outlive it. Where the host is no process, it does nothing.
  Attendant(const CheckOptions& options, Host& host);
  Attendant(const Attendant&) = delete;
  Attendant& operator=(const Attendant&) = delete;
  ~Attendant();

  SoFar& so_far() { return so_far_; }
  // Waits for nothing more; `status`, or that of a run that was interrupted when it wrote what it found.
  Result<int> finish(Result<int> status);

  // For what must not be left half done, and before anything is written to a terminal: takes the progress
  // away, and keeps Ctrl-C waiting.
  SoFar::Lock hold();
  // The same, for the last time: the findings are complete.
  SoFar::Lock begin_output();

 private:
  void end_watch();
  void watch(const InterruptSignal& signal);
  void show_progress();
  void take_progress_away();
  void leave(const InterruptSignal& signal);
  [[noreturn]] void report_and_end(SoFar::Findings findings);

  const CheckOptions& options_;
  Host& host_;
  SoFar so_far_;
  const SoFar::Clock::time_point begin_ = SoFar::Clock::now();
  bool shows_progress_ = false;   // at all
  bool is_shown_ = false;         // now; under the lock
  bool was_interrupted_ = false;  // by the thread, to be read when it has ended
  std::optional<InterruptSignal> signal_;
  std::thread thread_;
};

}  // namespace forklint::cli
