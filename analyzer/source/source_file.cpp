#include "source/source_file.h"

#include <algorithm>
#include <cstring>
#include <limits>

#include "base/check.h"
#include "base/text.h"
#include "source/notebook.h"
#include "source/python_encoding.h"

namespace forklint {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

const char* find_byte(const char* from, const char* end, char byte) {
  const void* found = std::memchr(from, byte, static_cast<std::size_t>(end - from));
  return found == nullptr ? end : static_cast<const char*>(found);
}

// Starts of all lines but the first. Nearly all files have no '\r', and then memchr does the work.
void append_line_starts(std::string_view bytes, std::vector<std::uint32_t>& starts) {
  const char* const begin = bytes.data();
  const char* const end = begin + bytes.size();
  const char* next_cr = find_byte(begin, end, '\r');
  const char* at = begin;
  while (at != end) {
    const char* newline = find_byte(at, next_cr, '\n');
    if (newline == end) return;
    at = newline + 1;
    if (newline == next_cr) {
      if (at != end && *at == '\n') ++at;
      next_cr = find_byte(at, end, '\r');
    }
    starts.push_back(static_cast<std::uint32_t>(at - begin));
  }
}

Newline first_newline(std::string_view bytes) {
  const std::size_t at = bytes.find_first_of("\r\n");
  if (at == std::string_view::npos || bytes[at] == '\n') return Newline::lf;
  return bytes.substr(at).starts_with("\r\n") ? Newline::crlf : Newline::cr;
}

std::uint32_t units_in(std::string_view bytes, Encoding encoding, ColumnUnit unit) {
  if (unit == ColumnUnit::byte || encoding != Encoding::utf8) return static_cast<std::uint32_t>(bytes.size());
  std::uint32_t units = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const text::CodePoint point = text::decode(bytes, at);
    units += unit == ColumnUnit::utf16 && point.value > 0xFFFF ? 2U : 1U;
    at += point.size;
  }
  return units;
}

}  // namespace

SourceFile::SourceFile(std::string path, std::string disk_path, std::string bytes)
    : path_(std::move(path)), disk_path_(std::move(disk_path)), bytes_(std::move(bytes)) {
  FORKLINT_CHECK(bytes_.size() < std::numeric_limits<std::uint32_t>::max(), "a source file of 4 GiB or more");
  has_bom_ = std::string_view(bytes_).starts_with(kByteOrderMark);
  newline_ = first_newline(bytes_);
  const PythonEncoding declared = python_encoding(bytes_);
  declared_encoding_ = declared.name;
  // Python refuses a file whose mark and cookie differ; the mark is the stronger evidence.
  encoding_ = has_bom_ ? Encoding::utf8 : declared.encoding;
  line_starts_.reserve(bytes_.size() / 32 + 1);
  // The mark belongs to the file, not to its first line: columns and insertions start after it.
  line_starts_.push_back(has_bom_ ? static_cast<std::uint32_t>(kByteOrderMark.size()) : 0U);
  append_line_starts(bytes_, line_starts_);
}

SourceFile::SourceFile(std::shared_ptr<const Notebook> notebook, std::string code)
    : SourceFile(notebook->file().path(), notebook->file().disk_path(), std::move(code)) {
  notebook_ = std::move(notebook);
  FORKLINT_CHECK(bytes_.size() == notebook_->code().size(), "hiding magics moves nothing");
}

std::string_view SourceFile::disk_bytes() const {
  return notebook_ == nullptr ? std::string_view(bytes_) : notebook_->file().bytes();
}

ShownPosition SourceFile::shown_position(std::uint32_t offset, ColumnUnit unit) const {
  ShownPosition shown{0, position(offset, unit)};
  if (notebook_ == nullptr) return shown;
  shown.cell = notebook_->cell_number(offset);
  shown.position.line -= position(notebook_->cell_begin(offset), unit).line - 1;
  return shown;
}

std::string_view SourceFile::text(Span span) const {
  FORKLINT_CHECK(span.begin <= span.end && span.end <= bytes_.size(), "a span outside of its file");
  return std::string_view(bytes_).substr(span.begin, span.size());
}

Position SourceFile::position(std::uint32_t offset, ColumnUnit unit) const {
  FORKLINT_CHECK(offset <= bytes_.size(), "an offset outside of its file");
  offset = std::max(offset, line_starts_.front());
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const auto line_number = static_cast<std::uint32_t>(after - line_starts_.begin());
  const std::string_view before = text({*(after - 1), offset});
  return {line_number, 1 + units_in(before, encoding_, unit)};
}

std::uint32_t SourceFile::line_count() const { return static_cast<std::uint32_t>(line_starts_.size()); }

Span SourceFile::line(std::uint32_t number) const {
  FORKLINT_CHECK(number >= 1 && number <= line_count(), "a line that its file does not have");
  const std::uint32_t begin = line_starts_[number - 1];
  std::uint32_t end =
      number < line_count() ? line_starts_[number] : static_cast<std::uint32_t>(bytes_.size());
  if (number < line_count()) {
    --end;
    if (bytes_[end] == '\n' && end > begin && bytes_[end - 1] == '\r') --end;
  }
  return {begin, end};
}

std::string SourceFile::utf8(Span span) const {
  std::string_view bytes = text(span);
  if (notebook_ != nullptr) bytes = std::string_view(notebook_->code()).substr(span.begin, span.size());
  if (encoding_ == Encoding::utf8) return text::to_valid_utf8(bytes);
  std::string out;
  out.reserve(bytes.size());
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    const bool known = value < 0x80 || encoding_ == Encoding::latin1;
    text::append_utf8(out, known ? value : 0xFFFD);
  }
  return out;
}

bool SourceFile::is_well_encoded() const {
  return encoding_ != Encoding::utf8 || text::is_valid_utf8(bytes_);
}

}  // namespace forklint
