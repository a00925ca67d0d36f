// Edits and a text make a text. Pure: nothing is read or written.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "finding/finding.h"

namespace forklint::fix {

// `edits` are sorted and disjoint, lie inside of `text` and belong to it.
std::string apply(std::string_view text, const std::vector<Edit>& edits);

}  // namespace forklint::fix
