#include "base/text.h"

#include <gtest/gtest.h>

#include <array>
#include <random>

namespace forklint::text {
namespace {

TEST(Decode, ReadsOneCodePoint) {
  EXPECT_EQ(decode("a", 0).value, U'a');
  EXPECT_EQ(decode("xé", 1).value, U'é');
  EXPECT_EQ(decode("€", 0).size, 3U);
  EXPECT_EQ(decode("😀", 0).value, U'😀');
}

TEST(Decode, ReplacesTheLongestValidBeginningOfABrokenSequence) {
  EXPECT_EQ(decode("\xE2\x82", 0).size, 2U);
  EXPECT_EQ(decode("\xE2\x82z", 0).size, 2U);
  EXPECT_FALSE(decode("\x80", 0).valid);
  EXPECT_EQ(decode("\xFF", 0).value, char32_t{0xFFFD});
}

TEST(Utf8, RefusesOverlongFormsSurrogatesAndWhatLiesBeyondUnicode) {
  EXPECT_FALSE(is_valid_utf8("\xC0\xAF"));
  EXPECT_FALSE(is_valid_utf8("\xE0\x80\xAF"));
  EXPECT_FALSE(is_valid_utf8("\xED\xA0\x80"));
  EXPECT_FALSE(is_valid_utf8("\xF4\x90\x80\x80"));
  EXPECT_TRUE(is_valid_utf8("plain ascii of more than eight bytes, é, 😀 and more"));
}

TEST(Utf8, IsFoundInvalidRightBehindAMultiByteCharacter) { EXPECT_FALSE(is_valid_utf8("é\xFF")); }

TEST(Utf8, IsFoundInvalidBehindALongAsciiRun) {
  EXPECT_FALSE(is_valid_utf8(std::string(100, 'a') + "\xFF"));
  EXPECT_EQ(to_valid_utf8("0123456789\xFFz"), "0123456789\uFFFDz");
}

TEST(Utf8, SurvivesBeingWrittenAgain) {
  for (const char32_t c : {U'a', U'é', U'€', U'😀', char32_t{0x10FFFF}}) {
    std::string out;
    append_utf8(out, c);
    EXPECT_EQ(decode(out, 0).value, c);
    EXPECT_EQ(decode(out, 0).size, out.size());
  }
}

TEST(DisplayWidth, IsTwoForWideAndZeroForCombiningCharacters) {
  EXPECT_EQ(display_width(std::string_view("ab")), 2U);
  EXPECT_EQ(display_width(std::string_view("日本")), 4U);
  EXPECT_EQ(display_width(std::string_view("e\u0301")), 1U);
}

// Of every word and every beginning, in texts of all lengths around that of a machine's register.
TEST(Find, FindsWhatAPlainSearchFinds) {
  std::mt19937 random(7);
  for (std::size_t size = 0; size < 70; ++size) {
    std::string text;
    for (std::size_t i = 0; i < size; ++i) text += "ab\xFF"[random() % 3];
    for (const std::string_view word : {"a", "ab", "aba", "bb\xFF", "abababab", "\xFF\xFF", "c", "ac", ""}) {
      for (std::size_t from = 0; from <= size + 1; ++from) {
        EXPECT_EQ(find(text, word, from), std::string_view(text).find(word, from))
            << word << " from " << from;
      }
    }
  }
}

TEST(Find, FindsNothingBehindTheEnd) {
  for (const std::string_view word : {"", "a", "ab"})
    EXPECT_EQ(find("abab", word, std::string::npos), std::string::npos);
}

TEST(Find, FindsAWordAtTheVeryEnd) {
  const std::string text = std::string(100, '.') + "import";
  EXPECT_EQ(find(text, "import"), 100U);
  EXPECT_EQ(find(std::string_view(text).substr(0, 105), "import"), std::string_view::npos);
}

TEST(Line, EndsWithEitherNewline) {
  constexpr std::string_view kText = "ab\r\ncd\re\n\nf";
  EXPECT_EQ(line_end(kText, 0), 2U);
  EXPECT_EQ(line_end(kText, 4), 6U);
  EXPECT_EQ(line_end(kText, 7), 8U);
  EXPECT_EQ(line_end(kText, 9), 9U);
  EXPECT_EQ(line_end(kText, 10), kText.size());
  EXPECT_EQ(line_end(kText, kText.size()), kText.size());
  EXPECT_EQ(line_begin(kText, 1), 0U);
  EXPECT_EQ(line_begin(kText, 5), 4U);
  EXPECT_EQ(line_begin(kText, 7), 7U);
  EXPECT_EQ(line_begin(kText, kText.size()), 10U);
}

TEST(Visible, ShowsWhatATerminalWouldObey) {
  EXPECT_EQ(visible("\x1B[31mred"), "␛[31mred");
  EXPECT_EQ(visible("a\nb\r"), "a␊b␍");
  EXPECT_EQ(visible(std::string_view("\0\x7F", 2)), "␀␡");
  EXPECT_EQ(visible("\u0085"), "\\u{0085}");
  EXPECT_EQ(visible("\u202Eevil\u2066"), "\\u{202e}evil\\u{2066}");
}

TEST(Visible, LeavesTextAlone) { EXPECT_EQ(visible("tab\tand é 日"), "tab\tand é 日"); }

constexpr std::array<std::string_view, 3> kKeys = {"target-python", "start-method", "select"};

TEST(Suggestion, NamesTheNearestWord) {
  EXPECT_EQ(closest("slect", kKeys), "select");
  EXPECT_EQ(closest("selcet", kKeys), "select");
  EXPECT_EQ(closest("Target_Python", kKeys), "target-python");
  EXPECT_EQ(suggestion("start-metod", kKeys), "; did you mean 'start-method'?");
}

TEST(Suggestion, IsSilentWhereNothingIsNear) {
  EXPECT_EQ(closest("jobs", kKeys), std::nullopt);
  EXPECT_EQ(suggestion("jobs", kKeys), "");
}

TEST(JoinWords, ReadsAsASentence) {
  const std::array<std::string, 3> words = {"a", "b", "c"};
  EXPECT_EQ(join_words(std::span(words).first(0)), "");
  EXPECT_EQ(join_words(std::span(words).first(1)), "a");
  EXPECT_EQ(join_words(std::span(words).first(2), "or"), "a or b");
  EXPECT_EQ(join_words(words), "a, b and c");
}

TEST(Counted, KnowsThePlural) {
  EXPECT_EQ(counted(0, "file"), "0 files");
  EXPECT_EQ(counted(1, "file"), "1 file");
}

}  // namespace
}  // namespace forklint::text
