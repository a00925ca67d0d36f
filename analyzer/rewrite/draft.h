// A rewrite while it is put together: edits on several modules that become one Fix.
#pragma once

#include <string>
#include <vector>

#include "finding/finding.h"
#include "program/modules.h"

namespace forklint::rewrite {

class Draft {
 public:
  // '\n' in a replacement becomes the newline of the file.
  void replace(const program::Module& module, Span span, std::string replacement);
  void insert(const program::Module& module, std::uint32_t offset, std::string text);
  void remove(const program::Module& module, Span span) { replace(module, span, ""); }
  // White space, or a line, in front of what stands at the beginning of a line: goes together with an
  // insertion there, which comes before it, and with a change of what stands there.
  void put_before(const program::Module& module, std::uint32_t offset, std::string text);
  // An import on a line of its own: goes together with other imports at the same place.
  void insert_import(const program::Module& module, std::uint32_t offset, std::string line);
  // What another part of the rewrite has put together; what both want is done once.
  void add(const Draft& other);

  // Whether two edits want the same bytes, or one leaves its cell of a notebook: then there is no fix.
  bool collides() const;
  bool empty() const { return edits_.empty() && prefixes_.empty() && imports_.empty(); }
  Fix finish(std::string title, Applicability applicability) const;

 private:
  std::vector<Edit> sorted() const;

  bool leaves_cell_ = false;  // an edit reaches from one cell of a notebook into another
  std::vector<Edit> edits_;
  std::vector<Edit> prefixes_;
  std::vector<Edit> imports_;
};

// The text of a span.
std::string text_of(const program::Module& module, Span span);
// Where the line of an offset begins.
std::uint32_t line_start(const program::Module& module, std::uint32_t offset);
// The white space at the beginning of the line of an offset.
std::string indentation_at(const program::Module& module, std::uint32_t offset);
// Just behind the newline that ends the line of an offset; the end of the file where there is none.
std::uint32_t next_line(const program::Module& module, std::uint32_t offset);

}  // namespace forklint::rewrite
