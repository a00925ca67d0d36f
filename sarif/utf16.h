// Bytes as the UTF-16 code units that a consumer written in JavaScript or C# sees.
#pragma once

#include <string>
#include <string_view>

namespace sarif {

// Reads UTF-8; the longest valid beginning of a broken sequence becomes one U+FFFD, as browsers do it.
std::u16string to_utf16(std::string_view utf8);

}  // namespace sarif
