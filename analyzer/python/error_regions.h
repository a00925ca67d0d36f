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
  // Adds the outermost ERROR nodes and all MISSING nodes of the tree. `text` is what was parsed.
  void add(TSNode root, std::string_view text);

  bool empty() const { return regions_.empty(); }
  std::size_t count() const { return regions_.size(); }
  // The place of the first error; only when not empty().
  std::uint32_t first() const { return first_; }
  // True if an error lies in the span or next to it, with nothing but space, comments, separators between.
  bool touches(Span span) const;

 private:
  void add_region(Span span, std::string_view text);

  std::vector<Span> regions_;  // stretched over the space around, sorted by begin
  std::uint32_t first_ = 0;
};

}  // namespace forklint::python
