// The files of recorder/, embedded in the binary.
#pragma once

#include <string_view>
#include <vector>

namespace forklint::trace {

struct RecorderFile {
  std::string_view name;
  std::string_view content;
};

std::vector<RecorderFile> recorder_files();

inline constexpr std::string_view kPreloadedLibrary = "forklint_native.so";

}  // namespace forklint::trace
