// Where in a file the parser failed. What touches such a region can't be trusted: error recovery joins,
// drops and invents syntax there.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "python/syntax.h"
#include "source/span.h"

namespace forklint::python {

class ErrorRegions {
 public:
  // `lines`: where logical lines start, ascending; must outlive this.
  ErrorRegions(std::string_view text, const std::vector<std::uint32_t>& lines) : text_(text), lines_(lines) {}

  // Adds the outermost ERROR nodes and all MISSING nodes of a tree that was made of `piece` of the text.
  void add(TSNode root, Span piece);
  void add(Span broken);
  // After the last add() and before the first question.
  void seal();

  bool empty() const { return count_ == 0; }
  std::size_t count() const { return count_; }
  // The place of the first error; only when not empty().
  std::uint32_t first() const { return first_; }
  // True if an error lies in the span or next to it, with nothing but space, comments, separators between.
  bool touches(Span span) const;
  // True if a logical line starts in the span behind its beginning.
  bool is_broken_line(Span span) const;

 private:
  void add_region(Span span, Span piece);

  std::string_view text_;
  const std::vector<std::uint32_t>& lines_;
  std::vector<Span> regions_;  // stretched over the space around; sorted and disjoint once sealed
  std::size_t count_ = 0;
  std::uint32_t first_ = 0;
};

}  // namespace forklint::python
