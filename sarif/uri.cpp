#include "sarif/uri.h"

#include <algorithm>
#include <cstddef>

namespace sarif {
namespace {

constexpr std::string_view kHexDigits = "0123456789ABCDEF";

bool is_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }
bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

bool is_hex_digit(char byte) {
  return is_digit(byte) || (byte >= 'a' && byte <= 'f') || (byte >= 'A' && byte <= 'F');
}

// RFC 3986, 2.3
bool is_unreserved(char byte) {
  return is_letter(byte) || is_digit(byte) || byte == '-' || byte == '.' || byte == '_' || byte == '~';
}

// RFC 3986, 2.2
bool is_reserved(char byte) {
  return std::string_view(":/?#[]@!$&'()*+,;=").find(byte) != std::string_view::npos;
}

std::string percent_encoded(std::string_view path) {
  std::string out;
  out.reserve(path.size());
  for (const char byte : path) {
    if (is_unreserved(byte) || byte == '/') {
      out += byte;
      continue;
    }
    const auto value = static_cast<unsigned char>(byte);
    out += '%';
    out += kHexDigits[value >> 4];
    out += kHexDigits[value & 15];
  }
  return out;
}

}  // namespace

std::string relative_reference(std::string_view path) {
  const bool needs_start = path.empty() || path.front() == '/';
  return (needs_start ? "./" : "") +
         percent_encoded(path.substr(std::min(path.find_first_not_of('/'), path.size())));
}

std::string file_uri(std::string_view absolute_path) { return "file://" + percent_encoded(absolute_path); }

bool is_absolute_uri(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || !is_letter(text.front())) return false;
  for (const char byte : text.substr(0, colon)) {
    if (!is_letter(byte) && !is_digit(byte) && byte != '+' && byte != '-' && byte != '.') return false;
  }
  for (std::size_t at = colon; at < text.size(); ++at) {
    if (text[at] == '%') {
      if (at + 2 >= text.size() || !is_hex_digit(text[at + 1]) || !is_hex_digit(text[at + 2])) return false;
    } else if (!is_unreserved(text[at]) && !is_reserved(text[at])) {
      return false;
    }
  }
  return true;
}

}  // namespace sarif
