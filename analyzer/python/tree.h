// The parser itself: bytes in, syntax trees out.
#pragma once

#include <chrono>
#include <memory>
#include <string_view>
#include <vector>

#include "python/syntax.h"
#include "source/span.h"

namespace forklint::python {

struct TreeDeleter {
  void operator()(TSTree* tree) const { ts_tree_delete(tree); }
};
using Tree = std::unique_ptr<TSTree, TreeDeleter>;

struct Piece {
  Tree tree;
  Span span;
};

struct ParsedText {
  // The whole text; or, where that has errors, each statement of the module parsed on its own, in order of
  // the text, so that an error ends with its statement. Offsets are those of the text either way.
  std::vector<Piece> pieces;
  // The time limit struck: best effort, the parser does not look at the clock within a single recovery step.
  bool gave_up = false;
};

ParsedText parse_text(std::string_view text, std::chrono::nanoseconds max_time);

}  // namespace forklint::python
