// What a comment tells forklint: read from its text alone, without knowing what it applies to.
//
//   # forklint: ignore[FRK104, FRK2] -- reason      these rules, here
//   # forklint: ignore                              every rule, here
//   # forklint: ignore-file[FRK104] -- reason       in the whole file; without brackets every rule
//   # noqa: FRK104                                  as flake8 and ruff write it; other tools' codes are
//   theirs
//
//   // NOLINT(FRK401), // NOLINTNEXTLINE(FRK401)   in C and C++, as clang-tidy writes it
//
// A bare `# noqa` is not taken: it is written to quiet a style checker, mostly long before forklint came, and
// whoever wrote it has not read that the line forks. Hiding a fork takes a comment that speaks of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/span.h"

namespace forklint {

struct Directive {
  enum class Kind : std::uint8_t { ignore, ignore_file, noqa };

  Kind kind = Kind::ignore;
  // In upper case, as written otherwise; empty stands for every rule.
  std::vector<std::string> selectors;
  // Codes of other tools in the same `noqa` list, in their order: a rewrite keeps them.
  std::vector<std::string> foreign;
  std::string justification;
  bool next_line = false;  // it speaks for the line below its own
  Span span;               // from the '#' to the end of the directive, within the comment's text
  Span list;               // what stands between the brackets, or after "noqa:"; empty without a list
};

struct ParsedComment {
  std::vector<Directive> directives;
  // Why a comment that speaks to forklint was not understood.
  std::optional<std::string> complaint;
};

// `text` begins with '#' or "//" and may hold several directives: "# type: ignore  # forklint: ignore".
ParsedComment parse_directives(std::string_view text);

}  // namespace forklint
