#include "catalog/target.h"

#include <charconv>
#include <memory>

namespace forklint {

std::string_view name_of(StartMethod method) {
  switch (method) {
    case StartMethod::fork:
      return "fork";
    case StartMethod::spawn:
      return "spawn";
    case StartMethod::forkserver:
      return "forkserver";
  }
  return "";
}

std::optional<StartMethod> start_method_named(std::string_view name) {
  for (const StartMethod method : {StartMethod::fork, StartMethod::spawn, StartMethod::forkserver}) {
    if (name == name_of(method)) return method;
  }
  return std::nullopt;
}

std::string_view name_of(Platform platform) {
  switch (platform) {
    case Platform::linux_:
      return "linux";
    case Platform::macos:
      return "macos";
    case Platform::windows:
      return "windows";
  }
  return "";
}

std::string to_string(PythonVersion version) {
  return std::to_string(version.major) + "." + std::to_string(version.minor);
}

std::optional<PythonVersion> python_version_named(std::string_view text) {
  PythonVersion version;
  const char* begin = std::to_address(text.begin());
  const char* end = std::to_address(text.end());
  const auto major = std::from_chars(begin, end, version.major);
  if (major.ec != std::errc() || major.ptr == end || *major.ptr != '.') return std::nullopt;
  const auto minor = std::from_chars(major.ptr + 1, end, version.minor);
  if (minor.ec != std::errc()) return std::nullopt;
  if (minor.ptr == end) return version;
  std::uint32_t patch = 0;
  const auto rest = std::from_chars(minor.ptr + 1, end, patch);
  if (*minor.ptr != '.' || rest.ec != std::errc() || rest.ptr != end) return std::nullopt;
  return version;
}

}  // namespace forklint
