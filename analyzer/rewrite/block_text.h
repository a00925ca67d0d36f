// Lines of code that change how deep they stand.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "program/modules.h"

namespace forklint::rewrite {

// Where the lines of a span begin that may be moved to the right or left: not those inside of a string, nor
// what continues a line by a backslash.
std::vector<std::uint32_t> movable_lines(const program::Module& module, Span span);

struct TextChange {
  Span span;
  std::string text;
};

// The lines of the span, which begins with a line, without `indentation` in front of them and with '\n' at
// their ends; `changes` are made in them. Nothing where a line has less.
std::optional<std::string> moved_left(const program::Module& module, Span span,
                                      const std::string& indentation, std::vector<TextChange> changes = {});

// By what the module's blocks are indented.
std::string indentation_unit(const program::Module& module);

// Where the lines of comments begin that stand directly above this line, equally deep; the line itself where
// there are none.
std::uint32_t with_comments_above(const program::Module& module, std::uint32_t line);

// With '\n' for every newline.
std::string with_plain_newlines(std::string_view text);

}  // namespace forklint::rewrite
