// What may stand between two frames of one stack.
#pragma once

#include <string_view>

namespace forklint::dump {

// `gap` is the text between two frames of py-spy: line numbers of a paste, a log's prefix, local variables.
bool joins_frames(std::string_view gap);

// Between two frames of a traceback: the source line, and what is drawn under it.
bool joins_traceback_frames(std::string_view gap);

}  // namespace forklint::dump
