// How the files of a run are named while they are loaded: by their place in its list.
#pragma once

#include <cstdint>
#include <string>

namespace forklint::cli {

using FileId = std::uint32_t;
constexpr FileId kNoFile = UINT32_MAX;

// A name of a file.
struct FileName {
  FileId file = kNoFile;
  std::string name;

  auto operator<=>(const FileName&) const = default;
};

}  // namespace forklint::cli
