// What this build calls itself: the version from the project() line of CMakeLists.txt, and the project's page
// without a slash at its end.
#pragma once

#include <string_view>

namespace forklint {

inline constexpr std::string_view kVersion = FORKLINT_VERSION;
inline constexpr std::string_view kHome = FORKLINT_HOME;

}  // namespace forklint
