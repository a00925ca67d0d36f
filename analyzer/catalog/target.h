// The words of the domain that everything above shares: start methods, platforms, Python versions.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace forklint {

enum class StartMethod : std::uint8_t { fork, spawn, forkserver };
std::string_view name_of(StartMethod method);
std::optional<StartMethod> start_method_named(std::string_view name);

enum class Platform : std::uint8_t { linux_, macos, windows };
std::string_view name_of(Platform platform);  // "linux", "macos", "windows"

struct PythonVersion {
  std::uint16_t major = 3;
  std::uint16_t minor = 0;
  auto operator<=>(const PythonVersion&) const = default;
};
std::string to_string(PythonVersion version);                              // "3.8"
std::optional<PythonVersion> python_version_named(std::string_view text);  // "3.8", "3.8.1" (patch dropped)

// What the analysed code is meant to run on: every combination of these counts.
struct Target {
  std::vector<Platform> platforms;      // at least one
  std::vector<PythonVersion> versions;  // ascending, at least one
};

}  // namespace forklint
