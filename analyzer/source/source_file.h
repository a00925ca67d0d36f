// One file as it is on disk: immutable bytes and what must be known to report on them or to edit them.
// Owns its bytes; everything else in forklint refers to them by Span or string_view and is outlived by it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "source/span.h"

namespace forklint {

class Notebook;

enum class Newline : std::uint8_t { lf, crlf, cr };

// How the bytes beyond ASCII are to be read. All of these keep ASCII bytes as ASCII, so the Python
// parser works on the original bytes and edits never re-encode a file.
enum class Encoding : std::uint8_t { utf8, latin1, other_ascii_compatible };

// 1-based; `column` counts the unit that the caller asked for, `line` counts \n, \r\n and lone \r.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

enum class ColumnUnit : std::uint8_t { byte, code_point, utf16 };

// As people look for it: in a notebook the line of a cell.
struct ShownPosition {
  std::uint32_t cell = 0;  // 0: not in a notebook
  Position position;
};

class SourceFile {
 public:
  // The path of what came from standard input without a name of its own.
  static constexpr std::string_view kStandardInput = "<stdin>";

  // `path`: how reports name the file, relative to the project root where it lies under it ('/' separators).
  // `disk_path`: how the file was opened. Detects BOM, PEP 263 encoding and newline style.
  SourceFile(std::string path, std::string disk_path, std::string bytes);
  // The code of a notebook, with what is no Python in it replaced by as many bytes that are. The notebook's
  // file says the paths.
  SourceFile(std::shared_ptr<const Notebook> notebook, std::string code);

  const std::string& path() const { return path_; }
  const std::string& disk_path() const { return disk_path_; }
  std::string_view bytes() const { return bytes_; }
  std::string_view text(Span span) const;
  // Null for an ordinary file.
  const Notebook* notebook() const { return notebook_.get(); }
  // What lies on the disk: bytes(), or the JSON of a notebook.
  std::string_view disk_bytes() const;
  Encoding encoding() const { return encoding_; }
  // Name in the PEP 263 line as written ("" without one).
  const std::string& declared_encoding() const { return declared_encoding_; }
  Newline newline() const { return newline_; }
  bool has_bom() const { return has_bom_; }
  // False where a file read as UTF-8 has bytes that are none. Looks at the whole file.
  bool is_well_encoded() const;

  Position position(std::uint32_t offset, ColumnUnit unit) const;
  ShownPosition shown_position(std::uint32_t offset, ColumnUnit unit) const;
  std::uint32_t line_count() const;
  // Bytes of a line (1-based) without its newline. A byte order mark is no part of the first line.
  Span line(std::uint32_t number) const;
  // As it is written, also where that is no Python, the bytes of `span` as valid UTF-8: decoded by
  // encoding(), invalid bytes as U+FFFD.
  std::string utf8(Span span) const;

 private:
  std::shared_ptr<const Notebook> notebook_;
  std::string path_;
  std::string disk_path_;
  std::string bytes_;
  std::string declared_encoding_;
  std::vector<std::uint32_t> line_starts_;
  Encoding encoding_ = Encoding::utf8;
  Newline newline_ = Newline::lf;
  bool has_bom_ = false;
};

}  // namespace forklint
