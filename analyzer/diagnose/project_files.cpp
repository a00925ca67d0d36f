#include "diagnose/project_files.h"

#include <algorithm>

#include "base/path.h"
#include "diagnose/code.h"

namespace forklint::diagnose {
namespace {

std::size_t components(std::string_view path) {
  return static_cast<std::size_t>(std::count(path.begin(), path.end(), '/')) + 1;
}

// How many components the ends of both have in common.
std::size_t common_components(std::string_view left, std::string_view right) {
  std::size_t count = 0;
  while (!left.empty() && !right.empty()) {
    const std::size_t left_slash = left.rfind('/');
    const std::size_t right_slash = right.rfind('/');
    const auto name = [](std::string_view path, std::size_t slash) {
      return slash == std::string_view::npos ? path : path.substr(slash + 1);
    };
    if (name(left, left_slash) != name(right, right_slash)) return count;
    ++count;
    left = left.substr(0, left_slash == std::string_view::npos ? 0 : left_slash);
    right = right.substr(0, right_slash == std::string_view::npos ? 0 : right_slash);
  }
  return count;
}

}  // namespace

ProjectFiles::ProjectFiles(const FileSystem& files, std::string root, std::vector<std::string> paths,
                           std::vector<BareFork> forks)
    : files_(files), root_(std::move(root)), forks_(std::move(forks)) {
  for (std::string& path : paths) {
    std::string name(path::name(path));
    by_name_.emplace(std::move(name), std::move(path));
  }
}

std::optional<std::string> ProjectFiles::path_of(const dump::Frame& frame) const {
  if (frame.native) return std::nullopt;
  std::string_view wanted = frame.file;
  while (wanted.starts_with("./")) wanted.remove_prefix(2);
  while (wanted.starts_with('/')) wanted.remove_prefix(1);
  std::size_t most = 0;
  std::optional<std::string> best;
  const auto [begin, end] = by_name_.equal_range(path::name(wanted));
  for (auto each = begin; each != end; ++each) {
    const std::size_t common = common_components(each->second, wanted);
    const bool is_at_root = common == components(each->second);
    // `multiprocessing/context.py` is the interpreter's, whatever folder of the project ends so.
    if (is_vendor(frame) && !is_at_root) continue;
    const bool whole = is_at_root || common == components(wanted);
    if (!whole && common < 2) continue;
    if (common == most) best.reset();
    if (common > most) {
      most = common;
      best = each->second;
    }
  }
  return best;
}

std::optional<std::string> ProjectFiles::line_of(const dump::Frame& frame) const {
  const std::optional<std::string> path = path_of(frame);
  if (!path || frame.line == 0) return std::nullopt;
  const Result<std::string> content = files_.read(path::join(root_, *path));
  if (!content) return std::nullopt;
  std::size_t begin = 0;
  for (std::uint32_t line = 1; line < frame.line; ++line) {
    begin = content->find('\n', begin);
    if (begin == std::string::npos) return std::nullopt;
    ++begin;
  }
  std::string line = content->substr(begin, content->find('\n', begin) - begin);
  line.erase(0, line.find_first_not_of(" \t"));
  line.erase(line.find_last_not_of(" \t\r") + 1);
  return line;
}

// The nearest one above the line; of several forks in a function the child of any may stand there.
std::optional<ForkBehind> ProjectFiles::fork_behind(const dump::Frame& frame) const {
  if (forks_.empty() || frame.native) return std::nullopt;
  const std::optional<std::string> path = path_of(frame);
  const BareFork* nearest = nullptr;
  for (const BareFork& fork : forks_) {
    if (fork.path != path || fork.function != without_class(frame.function)) continue;
    const auto here = [&](const LineRange& range) { return range.has(frame.line); };
    const bool in_child = std::any_of(fork.child.begin(), fork.child.end(), here);
    if (!in_child && (!fork.child.empty() || !here(fork.rest))) continue;
    if (nearest == nullptr || fork.line > nearest->line) nearest = &fork;
  }
  if (nearest == nullptr) return std::nullopt;
  dump::Frame at = frame;
  at.line = nearest->line;
  at.source.clear();
  return ForkBehind{.fork = std::move(at), .in_child = !nearest->child.empty()};
}

}  // namespace forklint::diagnose
