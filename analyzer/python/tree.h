// The parser itself: bytes in, syntax trees out.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "python/syntax.h"

namespace forklint::python {

struct TreeDeleter {
  void operator()(TSTree* tree) const { ts_tree_delete(tree); }
};
using Tree = std::unique_ptr<TSTree, TreeDeleter>;

struct ParsedText {
  // One tree of the whole text; or, where that one has errors, a tree for each statement of the module in
  // order of the text, so that an error ends with its statement. Offsets are those of the text either way.
  std::vector<Tree> trees;
  // The time limit struck: best effort, the parser does not look at the clock within a single recovery step.
  bool gave_up = false;
};

ParsedText parse_text(std::string_view text);

}  // namespace forklint::python
