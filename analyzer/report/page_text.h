// A rule's page (Markdown) as plain text, for readers that render none.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace forklint::report {

// The lines under the heading with that text, up to the next heading; "" where there is none. A '#' in a code
// block is no heading.
std::string section(std::string_view page, std::string_view heading);

// Without fences, heading marks, emphasis, code ticks and link targets. Code blocks stay as they are.
std::string plain_text(std::string_view markdown);

// Blanks and line breaks as one blank each.
std::string one_line(std::string_view text);

// At most `limit` bytes: cut after a sentence, else after a word with "...".
std::string shortened(std::string text, std::size_t limit);

}  // namespace forklint::report
