// Bytes as people save and paste them, as plain text.
#pragma once

#include <string>
#include <string_view>

namespace forklint::dump {

// UTF-8 without terminal colours, carriage returns, zero-width and no-break spaces, curly quotes, HTML
// entities of brackets and quotes, and the escapes of a traceback that a logger wrote as a JSON string.
// Newlines stay.
std::string clean(std::string_view bytes);

}  // namespace forklint::dump
