// The difference of two texts as `git apply` and `patch -p1` take it.
#pragma once

#include <string>
#include <string_view>

namespace forklint::fix {

// `path`: relative, with '/'. "" for equal texts. Bytes of the texts come through as they are.
std::string unified_diff(const std::string& path, std::string_view old_text, std::string_view new_text);

}  // namespace forklint::fix
