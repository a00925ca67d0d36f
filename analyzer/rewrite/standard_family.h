// The library whose contexts these rewrites know, and the other name under which it is imported.
#pragma once

#include <string_view>

namespace forklint::rewrite {

inline constexpr std::string_view kStandardFamily = "multiprocessing";
// Its names are those of the standard library, its pools share tensors because torch teaches pickle about
// them.
inline constexpr std::string_view kTorchFamily = "torch.multiprocessing";

constexpr bool is_standard_module(std::string_view name) {
  return name == kStandardFamily || name == kTorchFamily;
}

}  // namespace forklint::rewrite
