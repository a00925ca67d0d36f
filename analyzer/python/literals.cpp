#include "python/literals.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace forklint::python {
namespace {

// Reads up to `most` digits at `text[at]`; advances `at`. Nothing when fewer than `least` are there.
std::optional<char32_t> read_digits(std::string_view text, std::size_t& at, std::size_t least,
                                    std::size_t most, int base) {
  std::uint32_t value = 0;
  const char* begin = text.data() + at;
  const char* end = begin + std::min(most, text.size() - at);
  const auto [stop, error] = std::from_chars(begin, end, value, base);
  const auto length = static_cast<std::size_t>(stop - begin);
  if (error != std::errc{} || length < least) return std::nullopt;
  at += length;
  return value;
}

void append_code(char32_t code, bool is_bytes, std::string& out) {
  if (is_bytes) {
    out.push_back(static_cast<char>(code & 0xFF));
  } else {
    // Half of a surrogate pair is no text.
    const bool is_surrogate = code >= 0xD800 && code <= 0xDFFF;
    text::append_utf8(out, is_surrogate || code > 0x10FFFF ? 0xFFFD : code);
  }
}

char simple_escape(char c) {
  switch (c) {
    case 'a':
      return '\a';
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    case 'v':
      return '\v';
    case '\\':
    case '\'':
    case '"':
      return c;
    default:
      return '\0';
  }
}

class Decoder {
 public:
  Decoder(std::string_view text, const StringShape& shape, std::string& out)
      : text_(text), shape_(shape), out_(out) {}

  bool run() {
    while (at_ < text_.size()) step();
    return exact_;
  }

 private:
  void step() {
    const char c = text_[at_++];
    if (c == '\\' && !shape_.is_raw && at_ < text_.size()) {
      escape();
    } else if (c == '\r') {
      skip_line_feed();
      out_.push_back('\n');
    } else {
      out_.push_back(c);
      const bool is_doubled = shape_.is_formatted && (c == '{' || c == '}') && peek() == c;
      if (is_doubled) ++at_;
    }
  }

  void escape() {
    const char c = text_[at_++];
    if (const char plain = simple_escape(c); plain != '\0') {
      out_.push_back(plain);
    } else if (c == '\r' || c == '\n') {
      if (c == '\r') skip_line_feed();
    } else if (c >= '0' && c <= '7') {
      --at_;
      append_code(read_digits(text_, at_, 1, 3, 8).value_or(0), shape_.is_bytes, out_);
    } else if (c == 'x') {
      numeric(c, 2);
    } else if (c == 'u' && !shape_.is_bytes) {
      numeric(c, 4);
    } else if (c == 'U' && !shape_.is_bytes) {
      numeric(c, 8);
    } else if (c == 'N' && !shape_.is_bytes && peek() == '{') {
      exact_ = false;
      at_ = std::min(text_.find('}', at_), text_.size() - 1) + 1;
    } else {
      keep(c);
    }
  }

  void numeric(char letter, std::size_t digits) {
    if (const auto code = read_digits(text_, at_, digits, digits, 16)) {
      append_code(*code, shape_.is_bytes, out_);
    } else {
      keep(letter);
    }
  }

  // An unknown escape stands for itself, backslash included.
  void keep(char c) {
    out_.push_back('\\');
    out_.push_back(c);
  }

  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void skip_line_feed() {
    if (peek() == '\n') ++at_;
  }

  std::string_view text_;
  const StringShape& shape_;
  std::string& out_;
  std::size_t at_ = 0;
  bool exact_ = true;
};

std::string digits_of(std::string_view literal) {
  std::string digits(literal);
  std::erase(digits, '_');
  if (!digits.empty() && (digits.back() == 'L' || digits.back() == 'l')) digits.pop_back();
  return digits;
}

}  // namespace

StringShape string_shape(std::string_view literal) {
  StringShape shape;
  std::size_t at = 0;
  for (; at < literal.size() && literal[at] != '"' && literal[at] != '\''; ++at) {
    switch (literal[at] | 0x20) {
      case 'r':
        shape.is_raw = true;
        break;
      case 'b':
        shape.is_bytes = true;
        break;
      case 'f':
      case 't':
        shape.is_formatted = true;
        break;
      default:
        break;
    }
  }
  if (at == literal.size()) return shape;
  const std::string_view rest = literal.substr(at);
  const char quote = rest[0];
  const bool is_triple = rest.size() >= 3 && rest[1] == quote && rest[2] == quote;
  const std::size_t width = is_triple ? 3 : 1;
  shape.open = static_cast<std::uint32_t>(at + width);
  const std::string closing(width, quote);
  const bool is_closed = rest.size() >= 2 * width && rest.ends_with(closing);
  shape.quotes = is_closed ? static_cast<std::uint32_t>(width) : 0;
  return shape;
}

bool append_decoded(std::string_view text, const StringShape& shape, std::string& out) {
  return Decoder(text, shape, out).run();
}

bool is_plain(std::string_view text, const StringShape& shape) {
  const std::string_view special = shape.is_formatted ? "\\\r{}" : "\\\r";
  return text.find_first_of(special) == std::string_view::npos;
}

std::optional<std::int64_t> integer_value(std::string_view literal) {
  const std::string digits = digits_of(literal);
  std::size_t skip = 0;
  int base = 10;
  if (digits.size() > 1 && digits[0] == '0') {
    const int letter = digits[1] | 0x20;
    base = letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 8;
    skip = letter == 'x' || letter == 'o' || letter == 'b' ? 2 : 1;
    if (digits.find_first_not_of('0') == std::string::npos) return 0;
  }
  std::int64_t value = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data() + skip, end, value, base);
  if (error != std::errc{} || stop != end) return std::nullopt;
  return value;
}

}  // namespace forklint::python
