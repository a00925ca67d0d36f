// Children that never come out of their fork, told from what the recording lacks of them.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace forklint::cli {

class HangWatch {
 public:
  using Clock = std::chrono::steady_clock;

  // `log` is the recording that grows.
  HangWatch(std::string log, std::chrono::seconds patience) : log_(std::move(log)), patience_(patience) {}

  // Children that are too late at `now`, each once.
  std::vector<std::uint32_t> look(Clock::time_point now);

 private:
  void read_news();
  void add_event(const std::string& line);

  std::string log_;
  std::chrono::seconds patience_;
  std::uint64_t read_ = 0;
  std::string rest_;                   // of a line that is not complete yet
  std::set<std::uint32_t> forking_;    // processes that forked
  std::set<std::uint32_t> accounted_;  // processes that said something, or are native code's own
  std::map<std::uint32_t, Clock::time_point> first_seen_;
};

}  // namespace forklint::cli
