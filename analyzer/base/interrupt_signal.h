// Ctrl-C as something to wait for: while one of these lives, SIGINT ends neither this thread nor those that
// it starts.
#pragma once

#include <chrono>
#include <csignal>
#include <cstdint>
#include <optional>

#include "base/descriptor.h"

namespace forklint {

class InterruptSignal {
 public:
  // Whoever started this process with SIGINT ignored (a shell in the background) is obeyed: it never comes.
  InterruptSignal();
  InterruptSignal(const InterruptSignal&) = delete;
  InterruptSignal& operator=(const InterruptSignal&) = delete;
  // In the thread that made it.
  ~InterruptSignal();

  enum class Event : std::uint8_t { interrupted, woken, timeout };
  // From any thread; each signal is seen once. Without a limit it waits for one of the other two.
  Event wait(std::optional<std::chrono::milliseconds> limit) const;
  // Ends wait(), now and for ever.
  void wake() const;
  // From here on another one ends the process at once. In the thread that calls it.
  void let_through() const;

 private:
  sigset_t before_{};
  Descriptor signals_;
  Descriptor wakes_;
};

}  // namespace forklint
