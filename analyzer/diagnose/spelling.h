// Names that were typed by hand.
#pragma once

#include <string_view>

namespace forklint::diagnose {

// Whether at most two letters are wrong, missing, too many or swapped.
bool is_nearly(std::string_view name, std::string_view meant);

}  // namespace forklint::diagnose
