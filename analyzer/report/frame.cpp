#include "report/frame.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "report/code_line.h"

namespace forklint::report {
namespace {

// A related place at most this many lines away is shown in the frame of the finding.
constexpr std::uint32_t kNear = 8;

std::uint32_t line_at(const SourceFile& source, Span span) {
  return source.position(span.begin, ColumnUnit::byte).line;
}

// As it counts in its cell.
std::string shown_number(const SourceFile& source, std::uint32_t line) {
  return std::to_string(source.shown_position(source.line(line).begin, ColumnUnit::byte).position.line);
}

bool is_same_cell(const SourceFile& source, Span left, Span right) {
  return source.shown_position(left.begin, ColumnUnit::byte).cell ==
         source.shown_position(right.begin, ColumnUnit::byte).cell;
}

std::uint32_t distance(std::uint32_t left, std::uint32_t right) {
  return left < right ? right - left : left - right;
}

}  // namespace

FrameWriter::FrameWriter(const Finding& finding, const RunResult& run, const Painter& paint)
    : run_(run), paint_(paint), ink_(ink_of(finding.level)) {
  Frame primary{&finding.place, source_of(finding.place, run), {}, true};
  if (primary.source != nullptr) {
    const Span span = finding.place.span;
    primary.marks.push_back({span, line_at(*primary.source, span), '^', ""});
  }
  frames_.push_back(std::move(primary));
  for (const RelatedPlace& related : finding.related) add_related(related);
  std::uint32_t highest = 1;
  for (Frame& frame : frames_) {
    std::ranges::stable_sort(frame.marks, {}, &Mark::line);
    if (!frame.marks.empty()) highest = std::max(highest, frame.marks.back().line);
  }
  gutter_width_ = std::to_string(highest).size();
}

void FrameWriter::add_related(const RelatedPlace& related) {
  const SourceFile* source = source_of(related.place, run_);
  const std::string label = text::visible(related.message);
  if (source == nullptr) {
    frames_.push_back({&related.place, nullptr, {{related.place.span, 0, '-', label}}, false});
    return;
  }
  const Mark mark{related.place.span, line_at(*source, related.place.span), '-', label};
  Frame& primary = frames_.front();
  const bool near = primary.source != nullptr && related.place.path == primary.place->path &&
                    distance(primary.marks.front().line, mark.line) <= kNear &&
                    is_same_cell(*source, primary.place->span, related.place.span);
  if (near) {
    primary.marks.push_back(mark);
  } else {
    frames_.push_back({&related.place, source, {mark}, false});
  }
}

std::string FrameWriter::gutter(std::string_view content) const {
  return paint_(Ink::gutter, fmt::format("{:>{}} |", content, gutter_width_));
}

void FrameWriter::write_line(const std::string& number, const std::string& text, std::string& out) const {
  out += gutter(number);
  if (!text.empty()) out += " " + text;
  out += '\n';
}

void FrameWriter::write_mark(const CodeLine& shown, const Mark& mark, std::string& out) const {
  const std::string signs(shown.mark_width, mark.sign);
  const std::string label = mark.label.empty() ? "" : " " + mark.label;
  out += fmt::format("{} {}{}\n", gutter(""), std::string(shown.mark_column, ' '),
                     paint_(mark.sign == '^' ? ink_ : Ink::gutter, signs + label));
}

void FrameWriter::write_frame(const Frame& frame, std::string& out) const {
  const std::string indent(gutter_width_, ' ');
  const std::string_view arrow = frame.is_primary ? "-->" : ":::";
  out += fmt::format("{}{} {}\n", indent, paint_(Ink::gutter, arrow), location_text(*frame.place, run_));
  if (frame.source == nullptr) {
    for (const Mark& mark : frame.marks) write_remark(out, "note", mark.label);
    return;
  }
  out += gutter("") + '\n';
  std::uint32_t last = 0;
  std::string last_text;
  for (const Mark& mark : frame.marks) {
    const CodeLine shown = code_line(*frame.source, mark.span);
    if (last != 0) write_gap(*frame.source, last, mark.line, out);
    // A very long line is cut around each mark, and then shown for each.
    if (mark.line != last || shown.text != last_text)
      write_line(shown_number(*frame.source, mark.line), shown.text, out);
    write_mark(shown, mark, out);
    last = mark.line;
    last_text = shown.text;
  }
}

// One line left out takes no more room than the dots that would say so.
void FrameWriter::write_gap(const SourceFile& source, std::uint32_t above, std::uint32_t below,
                            std::string& out) const {
  if (below == above + 2) {
    const std::uint32_t begin = source.line(above + 1).begin;
    write_line(shown_number(source, above + 1), code_line(source, {begin, begin}).text, out);
  } else if (below > above + 2) {
    out += paint_(Ink::gutter, "...") + '\n';
  }
}

void FrameWriter::write(std::string& out) const {
  for (const Frame& frame : frames_) write_frame(frame, out);
}

void FrameWriter::write_remark(std::string& out, std::string_view label, std::string_view text) const {
  out += fmt::format("{} {} {} {}\n", std::string(gutter_width_, ' '), paint_(Ink::gutter, "="),
                     paint_(Ink::bold, fmt::format("{}:", label)), text);
}

}  // namespace forklint::report
