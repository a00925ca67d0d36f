#include "base/path.h"

#include <vector>

namespace forklint::path {
namespace {

std::vector<std::string_view> components(std::string_view path) {
  std::vector<std::string_view> parts;
  const bool rooted = is_absolute(path);
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    const std::string_view part = path.substr(0, slash);
    path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
    if (part.empty() || part == ".") continue;
    if (part != "..") {
      parts.push_back(part);
    } else if (!parts.empty() && parts.back() != "..") {
      parts.pop_back();
    } else if (!rooted) {
      parts.push_back(part);
    }
  }
  return parts;
}

std::string_view without_trailing_slashes(std::string_view path) {
  while (path.size() > 1 && path.back() == '/') path.remove_suffix(1);
  return path;
}

}  // namespace

bool is_absolute(std::string_view path) { return path.starts_with('/'); }

std::string join(std::string_view base, std::string_view tail) {
  if (base.empty() || is_absolute(tail)) return std::string(tail);
  std::string joined(base);
  if (tail.empty()) return joined;
  if (joined.back() != '/') joined += '/';
  joined += tail;
  return joined;
}

std::string normalise(std::string_view path) {
  std::string result = is_absolute(path) ? "/" : "";
  for (const std::string_view part : components(path)) {
    if (!result.empty() && result.back() != '/') result += '/';
    result += part;
  }
  return result.empty() ? "." : result;
}

std::string_view parent(std::string_view path) {
  path = without_trailing_slashes(path);
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return ".";
  if (slash == 0) return path.substr(0, 1);
  return without_trailing_slashes(path.substr(0, slash));
}

std::string_view name(std::string_view path) {
  path = without_trailing_slashes(path);
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string_view extension(std::string_view path) {
  const std::string_view last = name(path);
  const std::size_t dot = last.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? std::string_view() : last.substr(dot);
}

bool is_inside(std::string_view path, std::string_view folder) {
  if (folder == ".") return !is_absolute(path) && path != ".." && !path.starts_with("../");
  if (!path.starts_with(folder)) return false;
  return path.size() == folder.size() || folder.ends_with('/') || path[folder.size()] == '/';
}

std::optional<std::string> relative_to(std::string_view path, std::string_view folder) {
  if (!is_inside(path, folder)) return std::nullopt;
  if (folder == ".") return std::string(path);
  std::string_view rest = path.substr(folder.size());
  if (rest.starts_with('/')) rest.remove_prefix(1);
  return rest.empty() ? std::string(".") : std::string(rest);
}

}  // namespace forklint::path
