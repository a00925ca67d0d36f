// Reads a syntax tree node by node: the children of a node with their kinds and fields, comments set aside.
#pragma once

#include <cstddef>
#include <vector>

#include "python/module.h"
#include "python/syntax.h"
#include "source/span.h"

namespace forklint::python {

struct Child {
  TSNode node{};
  Syntax syntax = Syntax::token;
  Field field = Field::none;

  bool present() const { return node.id != nullptr; }
  Span span() const { return {ts_node_start_byte(node), ts_node_end_byte(node)}; }
};

class TreeReader {
 public:
  explicit TreeReader(TSNode root) : cursor_(ts_tree_cursor_new(root)) {}
  ~TreeReader() { ts_tree_cursor_delete(&cursor_); }
  TreeReader(const TreeReader&) = delete;
  TreeReader& operator=(const TreeReader&) = delete;

  // Valid until destroyed; must be destroyed in the reverse order of creation (they share one stack).
  class Children {
   public:
    Children(TreeReader& reader, std::size_t begin) : reader_(reader), begin_(begin) {
      size_ = reader.stack_.size() - begin;
    }
    ~Children() { reader_.stack_.resize(begin_); }
    Children(const Children&) = delete;
    Children& operator=(const Children&) = delete;

    std::size_t size() const { return size_; }
    // By value: reading further children may move the stack.
    Child operator[](std::size_t index) const { return reader_.stack_[begin_ + index]; }
    Child find(Field field) const;
    Child find(Syntax syntax) const;
    bool has(Syntax syntax) const { return find(syntax).present(); }

   private:
    TreeReader& reader_;
    std::size_t begin_;
    std::size_t size_ = 0;
  };

  // All children but comments and line continuations. Comments go to comments().
  Children children(const Child& parent);
  std::vector<Comment>& comments() { return comments_; }

 private:
  TSTreeCursor cursor_;
  std::vector<Child> stack_;
  std::vector<Comment> comments_;
};

}  // namespace forklint::python
