#include <gtest/gtest.h>

#include <random>

#include "workspace/prefilter.h"

namespace forklint::workspace {
namespace {

using Words = std::vector<std::string_view>;

bool found(const Words& words, std::string_view text) { return WordSearch(words).found_in(text); }

TEST(WordSearch, FindsAWordWhereverItStands) {
  for (const std::string_view text : {"fork", "fork()", "os.fork", "import os; os.fork()\n", "forfork"}) {
    EXPECT_TRUE(found({"fork", "DataLoader"}, text)) << text;
  }
  EXPECT_TRUE(found({"fork", "DataLoader"}, "from torch.utils.data import DataLoader"));
}

TEST(WordSearch, FindsNothingElse) {
  for (const std::string_view text :
       {"", "f", "for", "Fork", "f ork", "DataLoade", "a long text with a knife and a for"}) {
    EXPECT_FALSE(found({"fork", "DataLoader"}, text)) << text;
  }
}

TEST(WordSearch, TellsApartWordsWithTheSameBeginning) {
  EXPECT_TRUE(found({"process_map", "process_pool"}, "a process_pool"));
  EXPECT_FALSE(found({"process_map", "process_pool"}, "a process_poo"));
  EXPECT_TRUE(found({"process_map", "process"}, "a process_mop"));
}

TEST(WordSearch, TakesBytesAsTheyAre) {
  using namespace std::string_view_literals;
  EXPECT_TRUE(found({"größe"}, "die größe"));
  EXPECT_TRUE(found({"fork"}, "\0\xFF\0fork\0"sv));
}

TEST(WordSearch, WordsOfTwoBytesAndWordsOfManyGoTogether) {
  const std::string many(1000, 'x');
  EXPECT_TRUE(found({"mp", many}, "import multiprocessing as mp"));
  EXPECT_FALSE(found({"mp", many}, std::string(999, 'x')));
  EXPECT_TRUE(found({many}, "a" + many));
  EXPECT_FALSE(found({many}, std::string(999, 'x') + "y" + std::string(999, 'x')));
}

TEST(WordSearch, WithoutWordsNothingIsFound) { EXPECT_FALSE(found({}, "fork")); }

TEST(WordSearch, AgreesWithALookForEachWordByItself) {
  std::mt19937 random(7);
  const auto text_of = [&](std::size_t size, std::string_view letters) {
    std::string text;
    while (text.size() < size) text += letters[random() % letters.size()];
    return text;
  };
  for (int round = 0; round < 3000; ++round) {
    const std::string_view letters = round % 2 == 0 ? "ab" : "abcde\xC3\xA9";
    const std::size_t shortest = 2 + random() % 5;
    std::vector<std::string> words;
    for (std::size_t i = 0; i <= random() % 6; ++i)
      words.push_back(text_of(shortest + random() % 7, letters));
    const std::string text = text_of(random() % 200, letters);
    bool expected = false;
    for (const std::string& word : words) expected = expected || text.find(word) != std::string::npos;
    EXPECT_EQ(found(Words(words.begin(), words.end()), text), expected) << text << " for " << words.front();
  }
}

}  // namespace
}  // namespace forklint::workspace
