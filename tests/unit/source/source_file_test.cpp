#include "source/source_file.h"

#include <gtest/gtest.h>

namespace forklint {
namespace {

SourceFile file_of(std::string bytes) { return {"a.py", "/project/a.py", std::move(bytes)}; }

std::vector<std::string> lines_of(const SourceFile& file) {
  std::vector<std::string> lines;
  for (std::uint32_t number = 1; number <= file.line_count(); ++number) {
    lines.emplace_back(file.text(file.line(number)));
  }
  return lines;
}

TEST(SourceFileLines, EndAtEveryKindOfNewline) {
  const std::vector<std::string> expected = {"a", "b", "", "c"};
  EXPECT_EQ(lines_of(file_of("a\nb\n\nc")), expected);
  EXPECT_EQ(lines_of(file_of("a\r\nb\r\n\r\nc")), expected);
  EXPECT_EQ(lines_of(file_of("a\rb\r\rc")), expected);
  EXPECT_EQ(lines_of(file_of("a\rb\n\r\nc")), expected);
}

TEST(SourceFileLines, AreOneForAnEmptyFileAndOneMoreAfterAFinalNewline) {
  EXPECT_EQ(lines_of(file_of("")), std::vector<std::string>{""});
  EXPECT_EQ(lines_of(file_of("a\n")), (std::vector<std::string>{"a", ""}));
  EXPECT_EQ(lines_of(file_of("a\r")), (std::vector<std::string>{"a", ""}));
}

TEST(SourceFileLines, DoNotHoldTheByteOrderMark) {
  const SourceFile file = file_of("\xEF\xBB\xBFimport os\n");
  EXPECT_TRUE(file.has_bom());
  EXPECT_EQ(file.text(file.line(1)), "import os");
  EXPECT_EQ(file.position(3, ColumnUnit::byte).column, 1U);
  EXPECT_EQ(file.position(0, ColumnUnit::byte).column, 1U);
}

TEST(SourceFileNewline, IsTheFirstOne) {
  EXPECT_EQ(file_of("a").newline(), Newline::lf);
  EXPECT_EQ(file_of("a\nb\r\n").newline(), Newline::lf);
  EXPECT_EQ(file_of("a\r\nb\n").newline(), Newline::crlf);
  EXPECT_EQ(file_of("a\rb\n").newline(), Newline::cr);
}

TEST(SourceFilePosition, CountsInTheUnitAskedFor) {
  // 'é' has two bytes; the emoji has four bytes and is a surrogate pair in UTF-16.
  const SourceFile file = file_of("x\né😀fork");
  const std::uint32_t fork = 2 + 2 + 4;
  EXPECT_EQ(file.position(fork, ColumnUnit::byte).line, 2U);
  EXPECT_EQ(file.position(fork, ColumnUnit::byte).column, 7U);
  EXPECT_EQ(file.position(fork, ColumnUnit::code_point).column, 3U);
  EXPECT_EQ(file.position(fork, ColumnUnit::utf16).column, 4U);
}

TEST(SourceFilePosition, KnowsTheEndOfTheFile) {
  const Position end = file_of("a\nbc").position(4, ColumnUnit::code_point);
  EXPECT_EQ(end.line, 2U);
  EXPECT_EQ(end.column, 3U);
}

TEST(SourceFilePosition, OutsideOfTheFileIsOurBug) {
  EXPECT_EXIT(file_of("a").position(2, ColumnUnit::byte), testing::ExitedWithCode(3), "internal error");
}

TEST(SourceFileEncoding, IsReadFromTheFirstTwoLines) {
  EXPECT_EQ(file_of("# -*- coding: latin-1 -*-\n").encoding(), Encoding::latin1);
  EXPECT_EQ(file_of("#!/usr/bin/python\n# vim: set fileencoding=ISO_8859-1 :\n").encoding(),
            Encoding::latin1);
  EXPECT_EQ(file_of("\f # coding=utf-8\n").encoding(), Encoding::utf8);
  EXPECT_EQ(file_of("# coding: cp1252\r\n").encoding(), Encoding::other_ascii_compatible);
  EXPECT_EQ(file_of("# coding: iso-8859-15\n").encoding(), Encoding::other_ascii_compatible);
}

TEST(SourceFileEncoding, KeepsTheNameAsWritten) {
  EXPECT_EQ(file_of("# coding: Latin_1\n").declared_encoding(), "Latin_1");
  EXPECT_EQ(file_of("import os\n").declared_encoding(), "");
}

TEST(SourceFileEncoding, IsNotReadFromCodeOrFromTheThirdLine) {
  EXPECT_EQ(file_of("x = 1  # code\n# coding: latin-1\n").declared_encoding(), "");
  EXPECT_EQ(file_of("\n\n# coding: latin-1\n").declared_encoding(), "");
  EXPECT_EQ(file_of("encoding: str = 'latin-1'\n").declared_encoding(), "");
  EXPECT_EQ(file_of("# encoding is latin-1\n").declared_encoding(), "");
}

TEST(SourceFileText, BecomesUtf8ByTheDeclaredEncoding) {
  const std::string text = "# coding: latin-1\nx = '\xE9'\n";
  const SourceFile file = file_of(text);
  EXPECT_EQ(file.utf8(file.line(2)), "x = 'é'");
  EXPECT_EQ(file.position(file.line(2).end, ColumnUnit::code_point).column, 8U);
}

TEST(SourceFileText, GetsReplacementsForWhatIsNotUtf8) {
  const SourceFile file = file_of("'\xE9' '\xF0\x9F'");
  EXPECT_FALSE(file.is_well_encoded());
  EXPECT_EQ(file.utf8(file.line(1)), "'\uFFFD' '\uFFFD'");
  EXPECT_TRUE(file_of("'é'").is_well_encoded());
}

}  // namespace
}  // namespace forklint
