#include "python/error_regions.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace forklint::python {
namespace {

bool separates(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == ';' || c == '\\';
}

bool is_comment_line(std::string_view text, std::uint32_t begin) {
  while (begin < text.size() && (text[begin] == ' ' || text[begin] == '\t')) ++begin;
  return begin < text.size() && text[begin] == '#';
}

std::uint32_t stretch_left(std::string_view text, std::uint32_t offset, std::uint32_t limit) {
  while (offset > limit) {
    if (separates(text[offset - 1])) {
      --offset;
    } else if (const auto begin = static_cast<std::uint32_t>(text::line_begin(text, offset));
               is_comment_line(text, begin)) {
      offset = std::max(begin, limit);
    } else {
      break;
    }
  }
  return offset;
}

std::uint32_t stretch_right(std::string_view text, std::uint32_t offset, std::uint32_t limit) {
  while (offset < limit) {
    if (separates(text[offset])) {
      ++offset;
    } else if (text[offset] == '#') {
      offset = static_cast<std::uint32_t>(text::line_end(text, offset));
    } else {
      break;
    }
  }
  return offset;
}

// The first token inside of the region that the parser had to skip: nearer to the mistake than the start
// of the region, which may be the start of the file.
std::uint32_t place_of(TSNode region) {
  TSTreeCursor cursor = ts_tree_cursor_new(region);
  std::uint32_t place = ts_node_start_byte(region);
  bool inside = ts_tree_cursor_goto_first_child(&cursor);
  while (inside) {
    const TSNode node = ts_tree_cursor_current_node(&cursor);
    if (ts_node_is_error(node) || ts_node_is_missing(node)) {
      place = ts_node_start_byte(node);
      break;
    }
    inside = ts_node_has_error(node) ? ts_tree_cursor_goto_first_child(&cursor)
                                     : ts_tree_cursor_goto_next_sibling(&cursor);
  }
  ts_tree_cursor_delete(&cursor);
  return place;
}

}  // namespace

void ErrorRegions::add(TSNode root, Span piece) {
  if (!ts_node_has_error(root)) return;
  const std::size_t before = count_;
  TSTreeCursor cursor = ts_tree_cursor_new(root);
  bool more = true;
  while (more) {
    const TSNode node = ts_tree_cursor_current_node(&cursor);
    const bool is_error = ts_node_is_error(node) || ts_node_is_missing(node);
    if (is_error) {
      if (empty()) first_ = place_of(node);
      add_region({ts_node_start_byte(node), ts_node_end_byte(node)}, piece);
    }
    if (!is_error && ts_node_has_error(node) && ts_tree_cursor_goto_first_child(&cursor)) continue;
    more = ts_tree_cursor_goto_next_sibling(&cursor);
    while (!more && ts_tree_cursor_goto_parent(&cursor)) more = ts_tree_cursor_goto_next_sibling(&cursor);
  }
  ts_tree_cursor_delete(&cursor);
  // An error that only shows as a flag must not vanish.
  if (count_ == before) add(piece);
}

void ErrorRegions::add(Span broken) {
  if (empty()) first_ = broken.begin;
  ++count_;
  regions_.push_back(broken);
}

// Within the piece only: its ends are known to be ends of statements.
void ErrorRegions::add_region(Span span, Span piece) {
  ++count_;
  const bool is_last = piece.end == text_.size();
  const std::uint32_t limit = is_last ? piece.end : std::max(piece.begin, piece.end - 1);
  const std::uint32_t end = std::min(span.end, limit);
  regions_.push_back({stretch_left(text_, span.begin, piece.begin), stretch_right(text_, end, limit)});
}

void ErrorRegions::seal() {
  std::sort(regions_.begin(), regions_.end());
  std::vector<Span> merged;
  for (const Span region : regions_) {
    if (!merged.empty() && region.begin <= merged.back().end) {
      merged.back().end = std::max(merged.back().end, region.end);
    } else {
      merged.push_back(region);
    }
  }
  regions_ = std::move(merged);
}

bool ErrorRegions::is_broken_line(Span span) const {
  const auto next = std::upper_bound(lines_.begin(), lines_.end(), span.begin);
  return next != lines_.end() && *next < span.end;
}

bool ErrorRegions::touches(Span span) const {
  const auto behind = std::upper_bound(regions_.begin(), regions_.end(), span.end,
                                       [](std::uint32_t end, Span region) { return end < region.begin; });
  return behind != regions_.begin() && std::prev(behind)->end >= span.begin;
}

}  // namespace forklint::python
