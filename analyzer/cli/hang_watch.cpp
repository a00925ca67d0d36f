#include "cli/hang_watch.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

namespace forklint::cli {
namespace {

std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// After exec the command line is another one: that child has come out.
bool is_copy(std::uint32_t child, std::uint32_t parent) {
  const std::string command = content_of(fmt::format("/proc/{}/cmdline", child));
  return !command.empty() && command == content_of(fmt::format("/proc/{}/cmdline", parent));
}

}  // namespace

void HangWatch::add_event(const std::string& line) {
  const nlohmann::json event = nlohmann::json::parse(line, nullptr, /*allow_exceptions=*/false);
  if (!event.is_object()) return;
  const std::string kind = event.value("event", "");
  const auto pid = event.value("pid", std::uint32_t{0});
  const auto number = event.value("fork", std::uint64_t{0});
  if (kind == "fork") last_fork_[pid] = number;
  if (kind == "child") add_child(pid, static_cast<std::uint32_t>(event.value("child", std::int64_t{0})));
  if (kind == "born") add_birth({event.value("parent", std::uint32_t{0}), number});
}

// A child without a fork before it is one of subprocess, which runs no Python code before exec.
void HangWatch::add_child(std::uint32_t parent, std::uint32_t child) {
  const auto fork = last_fork_.find(parent);
  if (fork == last_fork_.end()) return;
  const ForkKey key{parent, fork->second};
  last_fork_.erase(fork);
  if (born_.erase(key) == 0) inside_[child] = key;
}

void HangWatch::add_birth(const ForkKey& fork) {
  const auto child =
      std::find_if(inside_.begin(), inside_.end(), [&](const auto& each) { return each.second == fork; });
  if (child == inside_.end()) {
    born_.insert(fork);
  } else {
    first_seen_.erase(child->first);
    inside_.erase(child);
  }
}

void HangWatch::read_news() {
  std::ifstream file(log_, std::ios::binary);
  file.seekg(static_cast<std::streamoff>(read_));
  const std::string news(std::istreambuf_iterator<char>(file), {});
  read_ += news.size();
  rest_ += news;
  std::size_t begin = 0;
  for (std::size_t end = rest_.find('\n'); end != std::string::npos; end = rest_.find('\n', begin)) {
    add_event(rest_.substr(begin, end - begin));
    begin = end + 1;
  }
  rest_.erase(0, begin);
}

std::vector<std::uint32_t> HangWatch::look(Clock::time_point now) {
  read_news();
  std::vector<std::uint32_t> late;
  for (auto each = inside_.begin(); each != inside_.end();) {
    const auto [child, fork] = *each;
    const auto first = first_seen_.emplace(child, now).first;
    const bool too_late = now - first->second >= patience_;
    if (too_late && is_copy(child, fork.first)) late.push_back(child);
    if (too_late) first_seen_.erase(first);
    each = too_late ? inside_.erase(each) : std::next(each);
  }
  return late;
}

}  // namespace forklint::cli
