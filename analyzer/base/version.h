// The version of forklint, from the project() line of CMakeLists.txt.
#pragma once

#include <string_view>

namespace forklint {

inline constexpr std::string_view kVersion = FORKLINT_VERSION;

}  // namespace forklint
