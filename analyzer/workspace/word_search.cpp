// Looks at blocks of three bytes, at as few places as the shortest word allows: of `stride` blocks that
// follow each other in every word, one begins at a multiple of `stride` in the text. No look depends on
// another, so the processor does several at once, which beats searches that jump further from look to look.
#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "base/check.h"
#include "workspace/prefilter.h"

namespace forklint::workspace {
namespace {

constexpr std::size_t kSlots = 1U << 15;

std::uint32_t four_bytes(const unsigned char* at) {
  return static_cast<std::uint32_t>(at[0]) | static_cast<std::uint32_t>(at[1]) << 8 |
         static_cast<std::uint32_t>(at[2]) << 16 | static_cast<std::uint32_t>(at[3]) << 24;
}

std::size_t slot_of(std::uint32_t block) { return (block * 0x9E3779B1U) >> 17; }

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

// How common a block is likely to be, from the letters that English and Python use most.
std::size_t commonness(std::string_view block) {
  constexpr std::string_view kLetters = "etaoinsrlcdpmuhfgbyv";
  std::size_t sum = 0;
  for (const char letter : block) sum += kLetters.size() - std::min(kLetters.find(letter), kLetters.size());
  return sum;
}

// Where in the word the blocks lie, `stride` of them, that are met the least in vain.
std::size_t best_offset(std::string_view word, std::size_t block, std::size_t stride) {
  std::size_t best = 0;
  std::size_t lowest = std::string_view::npos;
  for (std::size_t offset = 0; offset + stride + block - 1 <= word.size(); ++offset) {
    std::size_t most = 0;
    for (std::size_t i = 0; i < stride; ++i) {
      most = std::max(most, commonness(word.substr(offset + i, block)));
    }
    if (most >= lowest) continue;
    lowest = most;
    best = offset;
  }
  return best;
}

}  // namespace

struct WordSearch::Table {
  // A word and where in it the block lies.
  struct Candidate {
    std::uint32_t word;
    std::uint32_t offset;
  };

  std::vector<std::string> words;
  std::size_t stride = 1;
  std::uint32_t mask = 0x00FFFFFF;  // of a block within four bytes
  std::array<std::uint8_t, kSlots> used{};
  // The candidates of slot s: candidates[first[s]] up to candidates[first[s + 1]].
  std::array<std::uint32_t, kSlots + 1> first{};
  std::vector<Candidate> candidates;

  std::size_t slot_at(const unsigned char* at) const { return slot_of(four_bytes(at) & mask); }
  void fill();
  bool stands_around(std::string_view text, std::size_t at, std::size_t slot) const;
};

void WordSearch::Table::fill() {
  const auto shorter = [](const std::string& left, const std::string& right) {
    return left.size() < right.size();
  };
  const std::size_t shortest = std::min_element(words.begin(), words.end(), shorter)->size();
  const std::size_t block = std::min<std::size_t>(shortest, 3);
  if (block == 2) mask = 0x0000FFFF;
  stride = shortest - block + 1;

  std::vector<std::pair<std::size_t, Candidate>> placed;
  for (std::size_t w = 0; w < words.size(); ++w) {
    const std::string padded = words[w] + std::string(2, '\0');
    const std::size_t begin = best_offset(words[w], block, stride);
    for (std::size_t offset = begin; offset < begin + stride; ++offset) {
      placed.push_back({slot_at(bytes_of(padded) + offset),
                        {static_cast<std::uint32_t>(w), static_cast<std::uint32_t>(offset)}});
    }
  }
  std::sort(placed.begin(), placed.end(),
            [](const auto& left, const auto& right) { return left.first < right.first; });
  for (const auto& [slot, candidate] : placed) {
    used[slot] = 1;
    ++first[slot + 1];
    candidates.push_back(candidate);
  }
  for (std::size_t slot = 0; slot < kSlots; ++slot) first[slot + 1] += first[slot];
}

bool WordSearch::Table::stands_around(std::string_view text, std::size_t at, std::size_t slot) const {
  for (std::uint32_t i = first[slot]; i < first[slot + 1]; ++i) {
    const auto [word, offset] = candidates[i];
    if (offset <= at && text.substr(at - offset).starts_with(words[word])) return true;
  }
  return false;
}

WordSearch::WordSearch(std::span<const std::string_view> words) {
  auto table = std::make_unique<Table>();
  for (const std::string_view word : words) {
    FORKLINT_CHECK(word.size() >= 2, "the prefilter needs words of two bytes or more");
    table->words.emplace_back(word);
  }
  if (!table->words.empty()) table->fill();
  table_ = std::move(table);
}

WordSearch::WordSearch(WordSearch&&) noexcept = default;
WordSearch::~WordSearch() = default;

bool WordSearch::found_in(std::string_view text) const {
  const Table& table = *table_;
  if (table.words.empty()) return false;
  const unsigned char* bytes = bytes_of(text);
  const std::size_t stride = table.stride;
  std::size_t at = 0;
  // Four looks, of which rarely any finds something.
  for (; at + 3 * stride + 4 <= text.size(); at += 4 * stride) {
    const std::array<std::size_t, 4> slots{table.slot_at(bytes + at), table.slot_at(bytes + at + stride),
                                           table.slot_at(bytes + at + 2 * stride),
                                           table.slot_at(bytes + at + 3 * stride)};
    if ((table.used[slots[0]] | table.used[slots[1]] | table.used[slots[2]] | table.used[slots[3]]) == 0) {
      continue;
    }
    for (std::size_t i = 0; i < slots.size(); ++i) {
      if (table.used[slots[i]] != 0 && table.stands_around(text, at + i * stride, slots[i])) return true;
    }
  }
  // The end of the text, with what a block of four bytes needs behind it.
  std::array<unsigned char, 4> end{};
  for (; at < text.size(); at += stride) {
    end.fill(0);
    std::copy_n(bytes + at, std::min<std::size_t>(4, text.size() - at), end.begin());
    const std::size_t slot = table.slot_at(end.data());
    if (table.used[slot] != 0 && table.stands_around(text, at, slot)) return true;
  }
  return false;
}

}  // namespace forklint::workspace
