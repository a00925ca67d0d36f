#include "python/tree_reader.h"

namespace forklint::python {

TreeReader::Children TreeReader::children(const Child& parent) {
  const std::size_t begin = stack_.size();
  if (ts_node_child_count(parent.node) == 0) return {*this, begin};
  ts_tree_cursor_reset(&cursor_, parent.node);
  if (!ts_tree_cursor_goto_first_child(&cursor_)) return {*this, begin};
  do {
    Child child;
    child.node = ts_tree_cursor_current_node(&cursor_);
    child.syntax = syntax_of(ts_node_symbol(child.node));
    if (child.syntax == Syntax::comment) {
      comments_.push_back({child.span()});
    } else if (child.syntax != Syntax::line_continuation) {
      child.field = field_of(ts_tree_cursor_current_field_id(&cursor_));
      stack_.push_back(child);
    }
  } while (ts_tree_cursor_goto_next_sibling(&cursor_));
  return {*this, begin};
}

Child TreeReader::Children::find(Field field) const {
  for (std::size_t i = 0; i < size_; ++i)
    if (reader_.stack_[begin_ + i].field == field) return reader_.stack_[begin_ + i];
  return {};
}

Child TreeReader::Children::find(Syntax syntax) const {
  for (std::size_t i = 0; i < size_; ++i)
    if (reader_.stack_[begin_ + i].syntax == syntax) return reader_.stack_[begin_ + i];
  return {};
}

}  // namespace forklint::python
