// The part of text.h that speaks to people: suggestions and lists.
#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <vector>

#include "base/text.h"

namespace forklint::text {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Edits, swapped neighbours counting as one ("optimal string alignment"). '-' and '_', upper and lower case
// are the same here: they are what people mix up.
std::size_t distance(std::string_view left, std::string_view right) {
  const auto fold = [](char c) { return c == '-' ? '_' : lower(c); };
  std::vector<std::size_t> before(right.size() + 1);
  std::vector<std::size_t> previous(right.size() + 1);
  std::vector<std::size_t> current(right.size() + 1);
  std::iota(previous.begin(), previous.end(), 0U);
  for (std::size_t i = 1; i <= left.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const bool same = fold(left[i - 1]) == fold(right[j - 1]);
      current[j] = std::min({previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (same ? 0U : 1U)});
      const bool swapped = i > 1 && j > 1 && fold(left[i - 1]) == fold(right[j - 2]) &&
                           fold(left[i - 2]) == fold(right[j - 1]);
      if (swapped) current[j] = std::min(current[j], before[j - 2] + 1);
    }
    std::swap(before, previous);
    std::swap(previous, current);
  }
  return previous[right.size()];
}

template <typename Word>
std::optional<std::string_view> closest_of(std::string_view word, std::span<const Word> candidates) {
  std::optional<std::string_view> best;
  // A third of the word may be wrong; more than that is another word.
  std::size_t best_distance = std::max<std::size_t>(1, word.size() / 3) + 1;
  for (const std::string_view candidate : candidates) {
    const std::size_t apart = distance(word, candidate);
    if (apart >= best_distance || apart >= candidate.size()) continue;
    best = candidate;
    best_distance = apart;
  }
  return best;
}

std::string as_question(std::optional<std::string_view> match) {
  return match ? fmt::format("; did you mean '{}'?", *match) : std::string();
}

}  // namespace

std::optional<std::string_view> closest(std::string_view word, std::span<const std::string_view> candidates) {
  return closest_of(word, candidates);
}

std::optional<std::string_view> closest(std::string_view word, std::span<const std::string> candidates) {
  return closest_of(word, candidates);
}

std::string suggestion(std::string_view word, std::span<const std::string_view> candidates) {
  return as_question(closest_of(word, candidates));
}

std::string suggestion(std::string_view word, std::span<const std::string> candidates) {
  return as_question(closest_of(word, candidates));
}

std::string join_words(std::span<const std::string> words, std::string_view conjunction) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += i + 1 == words.size() ? fmt::format(" {} ", conjunction) : std::string(", ");
    out += words[i];
  }
  return out;
}

std::string counted(std::uint64_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace forklint::text
