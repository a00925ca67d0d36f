#include "cli/hang_watch.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

namespace forklint::cli {
namespace {

std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Of all threads of the process: any of them may fork.
std::vector<std::uint32_t> children_of(std::uint32_t pid) {
  std::vector<std::uint32_t> children;
  std::error_code gone;
  for (const auto& thread : std::filesystem::directory_iterator(fmt::format("/proc/{}/task", pid), gone)) {
    std::ifstream file(thread.path() / "children");
    for (std::uint32_t child = 0; file >> child;) children.push_back(child);
  }
  return children;
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
  if (kind == "fork") forking_.insert(pid);
  accounted_.insert(kind == "native_fork" ? event.value("child", std::uint32_t{0}) : pid);
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
  for (const std::uint32_t parent : forking_) {
    for (const std::uint32_t child : children_of(parent)) {
      if (accounted_.contains(child)) continue;
      const auto first = first_seen_.emplace(child, now).first;
      if (now - first->second < patience_ || !is_copy(child, parent)) continue;
      accounted_.insert(child);
      late.push_back(child);
    }
  }
  return late;
}

}  // namespace forklint::cli
