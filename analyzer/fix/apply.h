// Edits and a text make a text. Pure: nothing is read or written.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "finding/finding.h"
#include "source/source_file.h"

namespace forklint::fix {

// `edits` are sorted and disjoint, lie inside of `text` and belong to it.
std::string apply(std::string_view text, const std::vector<Edit>& edits);

// What the file is on the disk then: the edits of a notebook's code are made in its JSON.
std::string apply(const SourceFile& source, const std::vector<Edit>& edits);

}  // namespace forklint::fix
