#include "python/notebook_code.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

#include "base/text.h"
#include "python/raw_lines.h"
#include "source/notebook.h"

namespace forklint::python {
namespace {

// Cell magics whose cell is Python of this kernel; `%%python` starts a program of its own.
constexpr std::array<std::string_view, 8> kPythonCells = {"time",  "timeit", "capture",      "prun",
                                                          "debug", "memit",  "pyinstrument", "snakeviz"};
// Line magics that run the Python behind them.
constexpr std::array<std::string_view, 4> kPythonLines = {"time", "timeit", "prun", "memit"};
// What can't stand behind a semicolon.
constexpr std::array<std::string_view, 8> kCompound = {"if",  "for",  "while", "try",
                                                       "def", "with", "class", "async"};
// Their options that take a word.
constexpr std::string_view kOptionsWithValue = "nrpslTD";

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

class Hider {
 public:
  explicit Hider(std::string code) : code_(std::move(code)) {}

  void hide(Span cell) {
    const std::uint32_t first = first_text(cell);
    if (text(first, cell).starts_with("%%")) {
      if (!is_one_of(kPythonCells, first_word(text(first + 2, cell)))) return hide_lines(cell);
      hide_statement(first, cell);
    }
    // Reads on in what is hidden by then: a magic's quotes and brackets are none.
    RawScanner scanner(text(cell.begin, cell));
    for (RawLine line; scanner.next(line);) {
      if (line.is_blank || line.brackets > 0) continue;
      hide_magic(cell.begin + line.text, cell);
    }
    // It does not run, and must not take the next cell with it.
    if (is_unfinished(cell)) hide_lines(cell);
  }

  std::string take() { return std::move(code_); }

 private:
  void hide_magic(std::uint32_t begin, Span cell) {
    const std::string_view line = text::first_line(text(begin, cell));
    if (const std::size_t python = timed_python(line); python != 0) {
      // `0;   pool.map(f, x)`: Python all of it.
      std::fill_n(code_.begin() + begin, python, ' ');
      code_[begin] = '0';
      code_[begin + 1] = ';';
    } else if (is_magic(line)) {
      hide_statement(begin, cell);
    } else if (const std::size_t value = assigned_magic(line); value != 0) {
      hide_statement(begin + static_cast<std::uint32_t>(value), cell);
    }
  }

  // Where the Python begins in `%time pool.map(f, x)`; 0 for none.
  static std::size_t timed_python(std::string_view line) {
    if (!line.starts_with('%') || !is_one_of(kPythonLines, first_word(line.substr(1)))) return 0;
    std::size_t at = next_word(line, 0);
    while (at < line.size() && line[at] == '-') {
      const bool takes_word = line.find_first_of(" \t", at) == at + 2 &&
                              kOptionsWithValue.find(line[at + 1]) != std::string_view::npos;
      at = next_word(line, at);
      if (takes_word) at = next_word(line, at);
    }
    if (at >= line.size() || is_one_of(kCompound, first_word(line.substr(at)))) return 0;
    const bool is_name = std::isalpha(static_cast<unsigned char>(line[at])) != 0 || line[at] == '_';
    return is_name || line[at] == '[' || line[at] == '(' ? at : 0;
  }

  static std::size_t next_word(std::string_view line, std::size_t at) {
    const std::size_t space = std::min(line.find_first_of(" \t", at), line.size());
    return std::min(line.find_first_not_of(" \t", space), line.size());
  }

  std::string_view text(std::uint32_t begin, Span cell) const {
    return begin >= cell.end ? std::string_view() : std::string_view(code_).substr(begin, cell.end - begin);
  }

  std::uint32_t first_text(Span cell) const {
    const std::size_t found = code_.find_first_not_of(" \t\r\n", cell.begin);
    return found == std::string::npos ? cell.end : static_cast<std::uint32_t>(found);
  }

  static bool is_magic(std::string_view line) {
    if (line.starts_with('%') || line.starts_with('!') || line.starts_with('?')) return true;
    // `name.attribute?`, and nothing else on the line.
    line = line.substr(0, line.find_last_not_of(" \t") + 1);
    return line.ends_with('?') && line.find_first_of(" \t'\"#(") == std::string_view::npos;
  }

  // Where the magic begins in `files = !ls`; 0 for none.
  static std::size_t assigned_magic(std::string_view line) {
    const std::size_t sign = line.find('=');
    if (sign == std::string_view::npos || line.find_first_of("('\"#[{") < sign) return 0;
    const std::size_t value = line.find_first_not_of(" \t", sign + 1);
    if (value == std::string_view::npos || (line[value] != '!' && line[value] != '%')) return 0;
    return value;
  }

  // `0#...`, with the lines that a backslash adds.
  void hide_statement(std::uint32_t begin, Span cell) {
    code_[begin] = '0';
    std::uint32_t at = begin + 1;
    while (at < cell.end) {
      const std::size_t size = text::first_line(text(at, cell)).size();
      const auto end = at + static_cast<std::uint32_t>(size);
      if (size > 0) code_[at] = '#';
      const bool goes_on = size > 1 && code_[end - 1] == '\\';
      at = end + 1;
      if (!goes_on) return;
    }
  }

  // Whether a bracket or a string is open at its end.
  bool is_unfinished(Span cell) const {
    const std::string and_more = std::string(text(cell.begin, cell)) + "0\n";
    RawScanner scanner(and_more);
    RawLine last;
    for (RawLine line; scanner.next(line);) last = line;
    return last.brackets > 0 || scanner.unclosed_string().has_value();
  }

  // A cell of another language, or of none.
  void hide_lines(Span cell) {
    for (std::uint32_t at = cell.begin; at < cell.end;) {
      const std::size_t size = text::first_line(text(at, cell)).size();
      if (size > 0) code_[at] = '#';
      at += static_cast<std::uint32_t>(size) + 1;
    }
  }

  std::string code_;
};

}  // namespace

std::string without_magics(std::string code, const std::vector<Span>& cells) {
  Hider hider(std::move(code));
  for (const Span cell : cells) hider.hide(cell);
  return hider.take();
}

Result<std::unique_ptr<const SourceFile>> source_of(std::string path, std::string disk_path,
                                                    std::string bytes) {
  SourceFile file(std::move(path), std::move(disk_path), std::move(bytes));
  if (!is_notebook_path(file.path())) return std::make_unique<const SourceFile>(std::move(file));
  auto notebook = Notebook::read(std::move(file));
  if (!notebook) return tl::unexpected(notebook.error());
  std::string code = without_magics((*notebook)->code(), (*notebook)->cells());
  return std::make_unique<const SourceFile>(std::move(*notebook), std::move(code));
}

}  // namespace forklint::python
