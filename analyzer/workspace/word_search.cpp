// Wu and Manber's search for several words at once: a table over pairs of bytes tells how far the window may
// jump, so that most of the text is never looked at.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <vector>

#include "base/check.h"
#include "workspace/prefilter.h"

namespace forklint::workspace {
namespace {

constexpr std::size_t kPairs = 1U << 16;

std::size_t pair_at(const unsigned char* bytes) { return static_cast<std::size_t>(bytes[0] | bytes[1] << 8); }

}  // namespace

struct WordSearch::Table {
  std::size_t shortest = 0;
  std::vector<std::string> words;
  // How far the window's end may move when it ends in this pair; 0: a word may end its prefix here.
  std::array<std::uint8_t, kPairs> shift{};
  // Words whose first `shortest` bytes end in this pair: a range of `candidates`.
  std::array<std::uint32_t, kPairs + 1> first{};
  std::vector<std::uint32_t> candidates;
};

WordSearch::WordSearch(std::span<const std::string_view> words) {
  auto table = std::make_unique<Table>();
  for (std::string_view word : words) {
    FORKLINT_CHECK(word.size() >= 2, "the prefilter needs words of two bytes or more");
    table->words.emplace_back(word);
    table->shortest = table->shortest == 0 ? word.size() : std::min(table->shortest, word.size());
  }
  if (!table->words.empty()) {
    const std::size_t length = table->shortest;
    table->shift.fill(static_cast<std::uint8_t>(std::min<std::size_t>(length - 1, 255)));
    std::vector<std::vector<std::uint32_t>> buckets(kPairs);
    for (std::size_t w = 0; w < table->words.size(); ++w) {
      const auto* bytes = reinterpret_cast<const unsigned char*>(table->words[w].data());
      for (std::size_t end = 2; end <= length; ++end) {
        std::uint8_t& shift = table->shift[pair_at(bytes + end - 2)];
        shift = std::min(shift, static_cast<std::uint8_t>(std::min<std::size_t>(length - end, 255)));
      }
      buckets[pair_at(bytes + length - 2)].push_back(static_cast<std::uint32_t>(w));
    }
    for (std::size_t pair = 0; pair < kPairs; ++pair) {
      table->first[pair] = static_cast<std::uint32_t>(table->candidates.size());
      table->candidates.insert(table->candidates.end(), buckets[pair].begin(), buckets[pair].end());
    }
    table->first[kPairs] = static_cast<std::uint32_t>(table->candidates.size());
  }
  table_ = std::move(table);
}

WordSearch::WordSearch(WordSearch&&) noexcept = default;
WordSearch::~WordSearch() = default;

bool WordSearch::found_in(std::string_view text) const {
  const Table& table = *table_;
  const std::size_t length = table.shortest;
  if (length == 0 || text.size() < length) return false;
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  // `end` is where the window ends: the candidates' first `length` bytes would lie before it.
  for (std::size_t end = length; end <= text.size();) {
    const std::size_t pair = pair_at(bytes + end - 2);
    if (const std::uint8_t shift = table.shift[pair]; shift != 0) {
      end += shift;
      continue;
    }
    const std::size_t begin = end - length;
    for (std::uint32_t i = table.first[pair]; i < table.first[pair + 1]; ++i) {
      const std::string& word = table.words[table.candidates[i]];
      if (begin + word.size() <= text.size() &&
          std::memcmp(text.data() + begin, word.data(), word.size()) == 0) {
        return true;
      }
    }
    ++end;
  }
  return false;
}

}  // namespace forklint::workspace
