#include "dump/clean.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "base/text.h"

namespace forklint::dump {
namespace {

using Replacement = std::pair<std::string_view, std::string_view>;

// All begin with '&' or with the byte of a multi-byte character.
constexpr std::array kReplacements = {
    Replacement{"&lt;", "<"},          Replacement{"&gt;", ">"},           Replacement{"&quot;", "\""},
    Replacement{"&#34;", "\""},        Replacement{"&#39;", "'"},          Replacement{"&amp;", "&"},
    Replacement{"&nbsp;", " "},        Replacement{"\xC2\xA0", " "},       Replacement{"\xE2\x80\x8B", ""},
    Replacement{"\xEF\xBB\xBF", ""},  // byte order mark, also where files were joined
    Replacement{"\xE2\x80\x9C", "\""}, Replacement{"\xE2\x80\x9D", "\""},  Replacement{"\xE2\x80\x98", "'"},
    Replacement{"\xE2\x80\x99", "'"},  Replacement{"\xE2\x80\xA6", "..."},
};

// What PowerShell's '>' writes. Surrogates are not paired: nothing that a dump is known by needs them.
std::string from_utf16(std::string_view bytes, bool big_endian) {
  std::string out;
  for (std::size_t at = 2; at + 1 < bytes.size(); at += 2) {
    const auto first = static_cast<std::uint8_t>(bytes[at]);
    const auto second = static_cast<std::uint8_t>(bytes[at + 1]);
    const char32_t unit = big_endian ? first << 8 | second : second << 8 | first;
    text::append_utf8(out, unit >= 0xD800 && unit <= 0xDFFF ? U'\uFFFD' : unit);
  }
  return out;
}

// The bytes of a terminal's control sequence at `at`, which holds an escape.
std::size_t control_sequence(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  if (end >= text.size() || text[end] != '[') return 1;
  ++end;
  while (end < text.size() && text[end] >= ' ' && text[end] < '@') ++end;
  return std::min(end + 1, text.size()) - at;
}

// A traceback inside of a JSON string: \n and \" instead of the characters.
bool is_escaped(std::string_view text) { return text.find("File \\\"") != std::string_view::npos; }

std::size_t append_escape(std::string_view text, std::size_t at, std::string& out) {
  const char next = at + 1 < text.size() ? text[at + 1] : ' ';
  if (next != 'n' && next != '"') {
    out += '\\';
    return 1;
  }
  out += next == 'n' ? '\n' : next;
  return 2;
}

std::size_t append_replacement(std::string_view text, std::size_t at, std::string& out) {
  for (const auto& [from, to] : kReplacements) {
    if (!text.substr(at).starts_with(from)) continue;
    out += to;
    return from.size();
  }
  out += text[at];
  return 1;
}

// "> > #0 ...": what mail and chats put before a line that they quote.
std::size_t quote_marks(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && text[end] == '>') {
    ++end;
    if (end < text.size() && text[end] == ' ') ++end;
  }
  return end - at;
}

std::string plain(std::string_view text) {
  const bool escaped = is_escaped(text);
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == '\x1B') {
      at += control_sequence(text, at);
    } else if (c == '\r' || c == '\0') {
      ++at;
    } else if (c == '>' && (out.empty() || out.back() == '\n')) {
      at += quote_marks(text, at);
    } else if (c == '\\' && escaped) {
      at += append_escape(text, at, out);
    } else if (c == '&' || (c & 0x80) != 0) {
      at += append_replacement(text, at, out);
    } else {
      out += c;
      ++at;
    }
  }
  return out;
}

}  // namespace

std::string clean(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return plain(from_utf16(bytes, false));
  if (bytes.starts_with("\xFE\xFF")) return plain(from_utf16(bytes, true));
  return text::to_valid_utf8(plain(bytes));
}

}  // namespace forklint::dump
