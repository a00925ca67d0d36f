#include "sarif/fingerprints.h"

#include <cstddef>
#include <cstdint>
#include <unordered_map>

#include "sarif/utf16.h"

namespace sarif {
namespace {

constexpr std::size_t kWindow = 100;
constexpr std::uint64_t kMultiplier = 37;
constexpr char16_t kEndOfInput = 0xFFFF;

// What of a text counts: line breaks of all kinds as one LF, no blanks, no tabs, a mark at the end.
struct Units {
  std::vector<char16_t> values;
  std::vector<std::size_t> line_starts;
};

Units counting_units(std::string_view bytes) {
  Units units;
  bool at_line_start = true;
  bool after_cr = false;
  const auto take = [&](char16_t unit) {
    if (at_line_start) units.line_starts.push_back(units.values.size());
    at_line_start = unit == u'\n';
    units.values.push_back(unit);
  };
  for (const char16_t unit : to_utf16(bytes)) {
    const bool is_second_half_of_newline = after_cr && unit == u'\n';
    after_cr = unit == u'\r';
    if (unit == u' ' || unit == u'\t' || is_second_half_of_newline) continue;
    take(unit == u'\r' ? u'\n' : unit);
  }
  take(kEndOfInput);
  return units;
}

std::uint64_t power_of_multiplier(std::size_t exponent) {
  std::uint64_t power = 1;
  for (std::size_t i = 0; i < exponent; ++i) power *= kMultiplier;
  return power;
}

std::string hexadecimal(std::uint64_t value) {
  std::string digits;
  do {
    digits.insert(digits.begin(), "0123456789abcdef"[value & 15]);
    value >>= 4;
  } while (value != 0);
  return digits;
}

}  // namespace

std::vector<std::string> line_hashes(std::string_view bytes) {
  Units units = counting_units(bytes);
  // A line near the end is hashed as if zeros followed.
  units.values.resize(units.values.size() + kWindow, 0);
  const std::uint64_t oldest_factor = power_of_multiplier(kWindow);

  std::vector<std::string> hashes;
  hashes.reserve(units.line_starts.size());
  std::unordered_map<std::uint64_t, std::uint32_t> occurrences;
  std::uint64_t hash = 0;
  for (std::size_t end = 0; end < units.values.size() && hashes.size() < units.line_starts.size(); ++end) {
    hash = hash * kMultiplier + units.values[end];
    if (end >= kWindow) hash -= oldest_factor * units.values[end - kWindow];
    if (units.line_starts[hashes.size()] + kWindow == end + 1) {
      hashes.push_back(hexadecimal(hash) + ":" + std::to_string(++occurrences[hash]));
    }
  }
  return hashes;
}

}  // namespace sarif
