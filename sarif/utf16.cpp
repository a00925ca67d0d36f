#include "sarif/utf16.h"

#include <cstddef>
#include <cstdint>

namespace sarif {
namespace {

struct Sequence {
  std::size_t length = 1;       // bytes that it should have; 1 for a byte that begins none
  std::uint32_t bits = 0xFFFD;  // what the first byte gives
  // The second byte's range: it shuts out overlong forms, surrogates and what lies beyond U+10FFFF.
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
};

Sequence sequence_of(unsigned char first) {
  if (first < 0x80) return {1, first};
  if (first >= 0xC2 && first <= 0xDF) return {2, first & 0x1FU};
  if (first >= 0xE0 && first <= 0xEF) {
    const unsigned char low = first == 0xE0 ? 0xA0 : 0x80;
    const unsigned char high = first == 0xED ? 0x9F : 0xBF;
    return {3, first & 0x0FU, low, high};
  }
  if (first >= 0xF0 && first <= 0xF4) {
    const unsigned char low = first == 0xF0 ? 0x90 : 0x80;
    const unsigned char high = first == 0xF4 ? 0x8F : 0xBF;
    return {4, first & 0x07U, low, high};
  }
  return {};
}

// Decodes what begins at `at` and moves `at` behind it.
std::uint32_t next_code_point(std::string_view utf8, std::size_t& at) {
  const Sequence sequence = sequence_of(static_cast<unsigned char>(utf8[at++]));
  std::uint32_t value = sequence.bits;
  for (std::size_t i = 1; i < sequence.length; ++i) {
    if (at == utf8.size()) return 0xFFFD;
    const auto byte = static_cast<unsigned char>(utf8[at]);
    if (byte < (i == 1 ? sequence.low : 0x80) || byte > (i == 1 ? sequence.high : 0xBF)) return 0xFFFD;
    value = value << 6 | (byte & 0x3FU);
    ++at;
  }
  return value;
}

}  // namespace

std::u16string to_utf16(std::string_view utf8) {
  std::u16string units;
  units.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const std::uint32_t value = next_code_point(utf8, at);
    if (value < 0x10000) {
      units += static_cast<char16_t>(value);
    } else {
      units += static_cast<char16_t>(0xD7C0 + (value >> 10));
      units += static_cast<char16_t>(0xDC00 + (value & 0x3FF));
    }
  }
  return units;
}

}  // namespace sarif
