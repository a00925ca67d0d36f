// Children that never come out of their fork, told from what the recording lacks of them.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
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
  using ForkKey = std::pair<std::uint32_t, std::uint64_t>;  // process, and number of its fork

  void read_news();
  void add_event(const std::string& line);
  void add_child(std::uint32_t parent, std::uint32_t child);
  void add_birth(const ForkKey& fork);

  std::string log_;
  std::chrono::seconds patience_;
  std::uint64_t read_ = 0;
  std::string rest_;                                  // of a line that is not complete yet
  std::map<std::uint32_t, std::uint64_t> last_fork_;  // by process: the fork whose child is not known yet
  std::map<std::uint32_t, ForkKey> inside_;           // children by the fork that they are still in
  std::set<ForkKey> born_;                            // forks whose children came out before they were known
  std::map<std::uint32_t, Clock::time_point> first_seen_;
};

}  // namespace forklint::cli
