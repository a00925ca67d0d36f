#include "cli/progress_bar.h"

#include <gtest/gtest.h>

namespace forklint::cli {
namespace {

constexpr unsigned kWide = 100;

TEST(ProgressLine, SaysFilesUnitsAndRate) {
  EXPECT_EQ(progress_line({.files = 2000, .files_done = 1000, .seconds = 2}, kWide),
            "[############------------] 1000/2000 files, 500 files/s");
  EXPECT_EQ(progress_line({.files = 500, .units = 3, .units_done = 1, .seconds = 4}, kWide),
            "[######------------------] 0/500 files, 1/3 units, 0.2 units/s");
}

TEST(ProgressLine, KnowsNothingAtFirstAndLinksAtLast) {
  EXPECT_EQ(progress_line({}, kWide), "[------------------------] looking for files");
  EXPECT_EQ(progress_line({.files = 7, .files_done = 7, .seconds = 1}, kWide),
            "[########################] 7/7 files, linking");
}

TEST(ProgressLine, FitsTheTerminal) {
  const ProgressCounts counts{.files = 2000, .files_done = 1000, .seconds = 2};
  EXPECT_EQ(progress_line(counts, 40), "1000/2000 files, 500 files/s");
  EXPECT_EQ(progress_line(counts, 10), "1000/2000 ");
}

}  // namespace
}  // namespace forklint::cli
