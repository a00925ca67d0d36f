#include "base/text.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <bit>
#include <cstring>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace forklint::text {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

#ifdef __SSE2__
__m128i sixteen_bytes(const char* at) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(at)); }
#endif

struct Lead {
  std::uint32_t length = 1;
  unsigned char second_from = 0x80;
  unsigned char second_to = 0xBF;
};

// Table 3-7 of the Unicode standard: which second byte may follow a lead byte. Length 1: no lead byte.
Lead lead_of(unsigned char byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return {2, 0x80, 0xBF};
  if (byte == 0xE0) return {3, 0xA0, 0xBF};
  if (byte == 0xED) return {3, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return {3, 0x80, 0xBF};
  if (byte == 0xF0) return {4, 0x90, 0xBF};
  if (byte >= 0xF1 && byte <= 0xF3) return {4, 0x80, 0xBF};
  if (byte == 0xF4) return {4, 0x80, 0x8F};
  return {};
}

// Length of the ASCII run at `offset`, eight bytes at a time: most source is nothing else.
std::size_t ascii_run(std::string_view bytes, std::size_t offset) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  std::size_t at = offset;
  while (at + sizeof(std::uint64_t) <= bytes.size()) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, sizeof word);
    if ((word & kHighBits) != 0) break;
    at += sizeof word;
  }
  while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
  return at - offset;
}

void append_visible(std::string& out, char32_t code_point) {
  if (code_point == 0x7F) {
    append_utf8(out, 0x2421);
  } else if (code_point < 0x20) {
    append_utf8(out, 0x2400 + code_point);
  } else {
    out += fmt::format("\\u{{{:04x}}}", static_cast<std::uint32_t>(code_point));
  }
}

}  // namespace

CodePoint decode(std::string_view bytes, std::size_t offset) {
  const auto first = static_cast<unsigned char>(bytes[offset]);
  if (first < 0x80) return {first, 1, true};
  const Lead lead = lead_of(first);
  if (lead.length == 1) return {kReplacement, 1, false};
  char32_t value = first & (0xFFU >> (lead.length + 1));
  for (std::uint32_t i = 1; i < lead.length; ++i) {
    if (offset + i >= bytes.size()) return {kReplacement, i, false};
    const auto byte = static_cast<unsigned char>(bytes[offset + i]);
    const unsigned char from = i == 1 ? lead.second_from : 0x80;
    const unsigned char to = i == 1 ? lead.second_to : 0xBF;
    if (byte < from || byte > to) return {kReplacement, i, false};
    value = (value << 6) | (byte & 0x3FU);
  }
  return {value, lead.length, true};
}

void append_utf8(std::string& out, char32_t code_point) {
  const auto continuation = [](char32_t bits) { return static_cast<char>(0x80U | (bits & 0x3FU)); };
  if (code_point < 0x80) {
    out += static_cast<char>(code_point);
  } else if (code_point < 0x800) {
    out += static_cast<char>(0xC0U | (code_point >> 6));
    out += continuation(code_point);
  } else if (code_point < 0x10000) {
    out += static_cast<char>(0xE0U | (code_point >> 12));
    out += continuation(code_point >> 6);
    out += continuation(code_point);
  } else {
    out += static_cast<char>(0xF0U | (code_point >> 18));
    out += continuation(code_point >> 12);
    out += continuation(code_point >> 6);
    out += continuation(code_point);
  }
}

std::size_t find(std::string_view text, std::string_view word, std::size_t from) {
  if (from > text.size() || word.size() > text.size() - from) return std::string_view::npos;
#ifdef __SSE2__
  // Looks at sixteen places at once for both the first and the last byte of the word; memmem moves from one
  // place to the next.
  if (word.size() >= 2) {
    const __m128i first = _mm_set1_epi8(word.front());
    const __m128i last = _mm_set1_epi8(word.back());
    for (; from + word.size() + 15 <= text.size(); from += 16) {
      const char* at = text.data() + from;
      const __m128i firsts = _mm_cmpeq_epi8(first, sixteen_bytes(at));
      const __m128i lasts = _mm_cmpeq_epi8(last, sixteen_bytes(at + word.size() - 1));
      auto places = static_cast<unsigned>(_mm_movemask_epi8(_mm_and_si128(firsts, lasts)));
      for (; places != 0; places &= places - 1) {
        const auto place = static_cast<unsigned>(std::countr_zero(places));
        if (std::memcmp(at + place, word.data(), word.size()) == 0) return from + place;
      }
    }
  }
#endif
  const void* found = memmem(text.data() + from, text.size() - from, word.data(), word.size());
  return found == nullptr ? std::string_view::npos
                          : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

std::size_t line_begin(std::string_view text, std::size_t at) {
  while (at > 0 && text[at - 1] != '\n' && text[at - 1] != '\r') --at;
  return at;
}

// No search for each of the two: with the other one alone in the text, that would go to its end each time.
std::size_t line_end(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] != '\n' && text[at] != '\r') ++at;
  return std::min(at, text.size());
}

bool is_ascii(std::string_view bytes) { return ascii_run(bytes, 0) == bytes.size(); }

bool is_valid_utf8(std::string_view bytes) {
  for (std::size_t at = ascii_run(bytes, 0); at < bytes.size(); at += ascii_run(bytes, at)) {
    const CodePoint point = decode(bytes, at);
    if (!point.valid) return false;
    at += point.size;
  }
  return true;
}

std::string to_valid_utf8(std::string_view bytes) {
  if (is_valid_utf8(bytes)) return std::string(bytes);
  std::string out;
  out.reserve(bytes.size() + 8);
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint point = decode(bytes, at);
    append_utf8(out, point.value);
    at += point.size;
  }
  return out;
}

std::uint32_t display_width(char32_t code_point) {
  const int width = utf8proc_charwidth(static_cast<utf8proc_int32_t>(code_point));
  return width < 0 ? 0U : static_cast<std::uint32_t>(width);
}

std::uint32_t display_width(std::string_view utf8) {
  std::uint32_t width = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint point = decode(utf8, at);
    width += display_width(point.value);
    at += point.size;
  }
  return width;
}

bool is_control(char32_t code_point) {
  if (code_point < 0x20) return code_point != '\t';
  if (code_point >= 0x7F && code_point <= 0x9F) return true;
  return code_point == 0x061C || code_point == 0x200E || code_point == 0x200F ||
         (code_point >= 0x202A && code_point <= 0x202E) || (code_point >= 0x2066 && code_point <= 0x2069);
}

std::string visible(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint point = decode(bytes, at);
    if (is_control(point.value)) {
      append_visible(out, point.value);
    } else {
      append_utf8(out, point.value);
    }
    at += point.size;
  }
  return out;
}

}  // namespace forklint::text
