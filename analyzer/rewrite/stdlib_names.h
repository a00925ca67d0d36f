// Which top-level modules belong to Python itself: import blocks are sorted by that.
#pragma once

#include <string_view>

namespace forklint::rewrite {

bool is_stdlib_module(std::string_view name);

}  // namespace forklint::rewrite
