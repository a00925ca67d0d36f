#include "report/code_line.h"

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace forklint::report {
namespace {

constexpr std::uint32_t kMaxWidth = 120;  // columns of source in a frame
constexpr std::uint32_t kBefore = 30;     // columns kept before a mark that would lie outside
constexpr std::uint32_t kWindow = 1024;   // bytes looked at on either side of a mark's begin
constexpr std::string_view kTab = "    ";

// A character as it is shown. Combining marks have the width 0 and stay with what is before them.
struct Cell {
  std::uint32_t offset = 0;
  std::uint32_t width = 0;
  std::string text;
};

std::uint32_t character_size(const SourceFile& source, std::uint32_t offset) {
  return source.encoding() == Encoding::utf8 ? text::decode(source.bytes(), offset).size : 1;
}

bool is_continuation(const SourceFile& source, std::uint32_t offset) {
  return source.encoding() == Encoding::utf8 &&
         (static_cast<unsigned char>(source.bytes()[offset]) & 0xC0U) == 0x80U;
}

// The part of `line` that may end up in the frame, on character boundaries.
Span window_around(const SourceFile& source, Span line, std::uint32_t mark) {
  Span window = line;
  if (mark - line.begin > kWindow) window.begin = mark - kWindow;
  if (line.end - mark > kWindow) window.end = mark + kWindow;
  while (window.begin > line.begin && window.begin < mark && is_continuation(source, window.begin))
    ++window.begin;
  while (window.end < line.end && is_continuation(source, window.end)) ++window.end;
  return window;
}

std::vector<Cell> cells_of(const SourceFile& source, Span window) {
  std::vector<Cell> cells;
  for (std::uint32_t at = window.begin; at < window.end;) {
    const std::uint32_t size = std::min(character_size(source, at), window.end - at);
    const std::string character = source.utf8({at, at + size});
    Cell cell{at, 0, character == "\t" ? std::string(kTab) : text::visible(character)};
    cell.width = text::display_width(cell.text);
    cells.push_back(std::move(cell));
    at += size;
  }
  return cells;
}

std::uint32_t width_of(const std::vector<Cell>& cells, std::size_t from, std::size_t to) {
  std::uint32_t width = 0;
  for (std::size_t i = from; i < to; ++i) width += cells[i].width;
  return width;
}

// The first cell that is shown: the line's first unless the mark would not fit then.
std::size_t first_shown(const std::vector<Cell>& cells, std::size_t mark_begin, std::size_t mark_end) {
  if (width_of(cells, 0, mark_end) <= kMaxWidth) return 0;
  std::size_t first = mark_begin;
  std::uint32_t before = 0;
  while (first > 0 && before + cells[first - 1].width <= kBefore) before += cells[--first].width;
  return first;
}

}  // namespace

CodeLine code_line(const SourceFile& source, Span span) {
  const Span line = source.line(source.position(span.begin, ColumnUnit::byte).line);
  // A span may begin at a newline or in a byte order mark, which are no part of a line.
  const std::uint32_t mark = std::clamp(span.begin, line.begin, line.end);
  const std::uint32_t mark_end = std::clamp(span.end, mark, line.end);
  const Span window = window_around(source, line, mark);
  const std::vector<Cell> cells = cells_of(source, window);
  const auto cell_at = [&](std::uint32_t offset) {
    const auto found = std::ranges::lower_bound(cells, offset, {}, &Cell::offset);
    return static_cast<std::size_t>(found - cells.begin());
  };
  const std::size_t begin = cell_at(mark);
  const std::size_t end = cell_at(mark_end);
  const std::size_t first = first_shown(cells, begin, end);

  CodeLine shown;
  const bool cut_before = first > 0 || window.begin > line.begin;
  if (cut_before) shown.text = "…";
  shown.mark_column = (cut_before ? 1U : 0U) + width_of(cells, first, begin);
  std::uint32_t width = 0;
  std::uint32_t marked = 0;
  std::size_t i = first;
  for (; i < cells.size() && width + cells[i].width <= kMaxWidth; ++i) {
    shown.text += cells[i].text;
    width += cells[i].width;
    if (i >= begin && i < end) marked += cells[i].width;
  }
  if (i < cells.size() || window.end < line.end) shown.text += "…";
  while (!shown.text.empty() && shown.text.back() == ' ') shown.text.pop_back();
  shown.mark_width = std::max(marked, 1U);
  return shown;
}

}  // namespace forklint::report
