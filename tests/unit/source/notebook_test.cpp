#include "source/notebook.h"

#include <gtest/gtest.h>

namespace forklint {
namespace {

std::shared_ptr<const Notebook> read(std::string json) {
  auto notebook = Notebook::read(SourceFile("a.ipynb", "/a.ipynb", std::move(json)));
  return notebook ? *notebook : nullptr;
}

std::string changed(const Notebook& notebook, Span code, std::string_view replacement) {
  const auto edit = notebook.on_disk(code, replacement);
  if (!edit) return "";
  std::string text(notebook.file().bytes());
  return text.replace(edit->span.begin, edit->span.size(), edit->text);
}

constexpr const char* kTwoCells =
    R"({"cells": [{"cell_type": "markdown", "source": "t"}, {"cell_type": "code", "source": ["a\n", "b"]}, )"
    R"({"source": "\u00e9\ud83d\ude00\"c", "cell_type": "code"}], "nbformat": 4})";

TEST(Notebook, JoinsTheCodeOfItsCells) {
  const auto notebook = read(kTwoCells);
  ASSERT_NE(notebook, nullptr);
  EXPECT_EQ(notebook->code(), "a\nb\n\xC3\xA9\xF0\x9F\x98\x80\"c\n");
  EXPECT_EQ(notebook->cell_number(0), 2U);
  EXPECT_EQ(notebook->cell_number(3), 2U);
  EXPECT_EQ(notebook->cell_number(4), 3U);
}

TEST(Notebook, FindsACharacterBehindEscapes) {
  const auto notebook = read(kTwoCells);
  const Span c = notebook->on_disk(Span{11, 12});
  EXPECT_EQ(notebook->file().text(c), "c");
  EXPECT_EQ(notebook->file().text(notebook->on_disk(Span{4, 10})), R"(\u00e9\ud83d\ude00)");
}

TEST(Notebook, ANewLineIsANewItem) {
  const auto notebook = read(kTwoCells);
  EXPECT_NE(changed(*notebook, {2, 2}, "x\ny\n").find(R"(["a\n", "x\n", "y\n", "b"])"), std::string::npos);
  EXPECT_NE(changed(*notebook, {0, 2}, "").find(R"(["b"])"), std::string::npos);
  EXPECT_NE(changed(*notebook, {2, 4}, "c\n").find(R"(["a\n", "c"])"), std::string::npos);
  EXPECT_NE(changed(*notebook, {11, 11}, "\n\xC3\xBC").find(R"(\"\n\u00fcc")"), std::string::npos);
}

TEST(Notebook, AChangeStaysInItsCell) {
  const auto notebook = read(kTwoCells);
  EXPECT_FALSE(notebook->on_disk({2, 6}, "x").has_value());
}

TEST(Notebook, BrokenOnesAreRefused) {
  for (const char* json : {"", "{", "[]", "{}", R"({"cells": 1})", R"({"cells": [], "nbformat": 3})"}) {
    EXPECT_EQ(read(json), nullptr) << json;
  }
}

TEST(Notebook, OddCellsAreNoCode) {
  const auto notebook = read(R"({"cells": [1, {}, {"cell_type": "code"}, {"cell_type": "code", "source": []},
      {"cell_type": "code", "source": [1, "x"]}, {"cell_type": "code", "source": ""}]})");
  ASSERT_NE(notebook, nullptr);
  EXPECT_EQ(notebook->code(), "x\n");
  EXPECT_EQ(notebook->cell_number(0), 5U);
}

}  // namespace
}  // namespace forklint
