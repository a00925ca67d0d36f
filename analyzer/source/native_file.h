// Which files are C or C++, by their suffix. The one list of these.
#pragma once

#include <string_view>

namespace forklint {

bool is_native_source(std::string_view name);  // a translation unit
bool is_native_header(std::string_view name);
inline bool is_native(std::string_view name) { return is_native_source(name) || is_native_header(name); }

}  // namespace forklint
