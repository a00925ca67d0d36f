#include "base/interrupt_signal.h"

#include <poll.h>
#include <pthread.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <array>

namespace forklint {
namespace {

sigset_t only_interrupt() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  return set;
}

// Blocked signals wait for their turn even where they are ignored: those are not asked for at all.
sigset_t wanted_signals() {
  struct sigaction action{};
  sigset_t set = only_interrupt();
  if (::sigaction(SIGINT, nullptr, &action) == 0 && action.sa_handler == SIG_IGN) sigemptyset(&set);
  return set;
}

int signals_of(const sigset_t& set) { return ::signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK); }

}  // namespace

InterruptSignal::InterruptSignal()
    : signals_(signals_of(wanted_signals())), wakes_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  const sigset_t set = only_interrupt();
  // Without a way to see it, the signal keeps its meaning.
  if (signals_.is_open() && wakes_.is_open()) {
    ::pthread_sigmask(SIG_BLOCK, &set, &before_);
  } else {
    ::pthread_sigmask(SIG_BLOCK, nullptr, &before_);
  }
}

InterruptSignal::~InterruptSignal() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

InterruptSignal::Event InterruptSignal::wait(std::optional<std::chrono::milliseconds> limit) const {
  std::array<pollfd, 2> watched = {pollfd{wakes_.get(), POLLIN, 0}, pollfd{signals_.get(), POLLIN, 0}};
  const int milliseconds = limit ? static_cast<int>(limit->count()) : -1;
  if (::poll(watched.data(), watched.size(), milliseconds) <= 0) return Event::timeout;
  if ((watched[0].revents & POLLIN) != 0) return Event::woken;
  signalfd_siginfo info{};
  const bool came = ::read(signals_.get(), &info, sizeof info) == static_cast<ssize_t>(sizeof info);
  return came ? Event::interrupted : Event::timeout;
}

void InterruptSignal::wake() const {
  const std::uint64_t one = 1;
  [[maybe_unused]] const ssize_t written = ::write(wakes_.get(), &one, sizeof one);
}

void InterruptSignal::let_through() const {
  const sigset_t set = only_interrupt();
  ::pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

}  // namespace forklint
