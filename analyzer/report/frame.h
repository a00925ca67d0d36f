// Code frames: source lines with a gutter of line numbers and marks under the places that matter.
#pragma once

#include <string>
#include <vector>

#include "finding/run_result.h"
#include "report/code_line.h"
#include "report/terminal.h"

namespace forklint::report {

// Draws the frames of one finding: its place, related places near it in the same frame, others in frames of
// their own, and remarks that are aligned with them. Only the files of these places are looked at.
class FrameWriter {
 public:
  FrameWriter(const Finding& finding, const RunResult& run, const Painter& paint);

  // Nothing but the location where the source is gone.
  void write(std::string& out) const;
  // "   = label: text"
  void write_remark(std::string& out, std::string_view label, std::string_view text) const;
  std::size_t gutter_width() const { return gutter_width_; }

 private:
  struct Mark {
    Span span;
    std::uint32_t line = 0;
    char sign = '-';
    std::string label;
  };
  struct Frame {
    const Place* place = nullptr;
    const SourceFile* source = nullptr;
    std::vector<Mark> marks;
    bool is_primary = false;
  };

  void add_related(const RelatedPlace& related);
  void write_frame(const Frame& frame, std::string& out) const;
  void write_line(const std::string& number, const std::string& text, std::string& out) const;
  void write_mark(const CodeLine& shown, const Mark& mark, std::string& out) const;
  void write_gap(const SourceFile& source, std::uint32_t above, std::uint32_t below, std::string& out) const;
  std::string gutter(std::string_view content) const;

  const RunResult& run_;
  const Painter& paint_;
  Ink ink_;
  std::vector<Frame> frames_;
  std::size_t gutter_width_ = 1;
};

}  // namespace forklint::report
