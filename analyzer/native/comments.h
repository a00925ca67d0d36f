// The comments of C and C++ by a scan of the text: enough to find what is said to forklint.
#pragma once

#include <string_view>
#include <vector>

#include "source/span.h"

namespace forklint::native {

// From "//" to the end of the line, or what stands after "/*" and before "*/" with the two bytes of the mark.
std::vector<Span> comments_in(std::string_view text);

}  // namespace forklint::native
