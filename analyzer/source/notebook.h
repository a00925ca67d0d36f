// A Jupyter notebook: its code cells as one Python text, and how that text lies in the JSON of the file.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "source/source_file.h"
#include "source/span.h"

namespace forklint {

// By its name.
bool is_notebook_path(std::string_view path);

class Notebook {
 public:
  // A change of the file's own bytes.
  struct DiskEdit {
    Span span;
    std::string text;
  };

  // `file`: the JSON. An error where it is no notebook that can be read; one of another language than Python
  // has no code.
  static Result<std::shared_ptr<const Notebook>> read(SourceFile file);

  // The JSON as it is on the disk.
  const SourceFile& file() const { return file_; }
  // The code cells in their order, each with a newline at its end.
  const std::string& code() const { return code_; }
  // Where the code of each cell lies in that.
  const std::vector<Span>& cells() const { return spans_; }

  // The number of the cell that an offset of the code lies in, as Jupyter counts: all cells, from 1.
  std::uint32_t cell_number(std::uint32_t offset) const;
  // Where that cell begins in the code.
  std::uint32_t cell_begin(std::uint32_t offset) const;
  // Where a piece of the code lies in the JSON.
  Span on_disk(Span code) const;
  // What a change of the code is in the JSON; nothing where it reaches over the end of a cell.
  std::optional<DiskEdit> on_disk(Span code, std::string_view replacement) const;

 private:
  // A string of the JSON that holds a part of a cell's code.
  struct Part {
    Span disk;  // without its quotes
    Span code;
  };
  struct Cell {
    std::uint32_t number = 0;
    std::vector<Part> parts;
    std::string between;  // what divides two parts, with their quotes; "" where the code is one string
  };
  class Reader;

  explicit Notebook(SourceFile file) : file_(std::move(file)) {}

  std::size_t cell_at(std::uint32_t offset) const;
  std::uint32_t disk_offset(const Part& part, std::uint32_t offset) const;
  std::string quoted(std::string_view text) const;

  SourceFile file_;
  std::string code_;
  std::vector<Cell> cells_;
  std::vector<Span> spans_;
};

}  // namespace forklint
