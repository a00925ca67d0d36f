// The fingerprint by which GitHub code scanning recognises an alert on the next push.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sarif {

// The name under which it stands in a result's partialFingerprints; without a version suffix.
inline constexpr std::string_view kPrimaryLocationLineHash = "primaryLocationLineHash";

// One hash per line of a file, the first line's at index 0; a file that ends with a newline has one more,
// empty line. Exactly what GitHub's uploader computes for results that have none, and with which it compares
// those that have one: a rolling hash over the 100 UTF-16 code units from the line's start on, across the
// lines that follow, blanks and tabs left out, then ':' and how often that value has occurred in the file so
// far.
//
// `bytes` are the file as it lies on the disk. They are read as UTF-8 whatever the file declares, a byte
// order mark included, because the uploader does so.
std::vector<std::string> line_hashes(std::string_view bytes);

}  // namespace sarif
