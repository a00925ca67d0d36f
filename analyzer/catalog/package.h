// Installed distributions, as far as their names are not those of their modules.
#pragma once

#include <span>
#include <string_view>

namespace forklint::catalog {

// Or one of which more is to be said than its modules' records do.
struct Package {
  std::string_view name;                        // normalised as PEP 503 says: "opencv-python"
  std::span<const std::string_view> modules;    // "cv2"
  std::string_view does;                        // what no record of an API can say; "" for nothing
  std::span<const std::string_view> variables;  // what changes its processes or threads beside its records
};

}  // namespace forklint::catalog
