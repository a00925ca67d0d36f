// How far a check is, in one line.
#pragma once

#include <cstdint>
#include <string>

#include "base/progress.h"

namespace forklint::cli {

struct ProgressCounts {
  std::uint64_t files = 0, files_done = 0, units = 0, units_done = 0;
  double seconds = 0;  // since the run began
};

ProgressCounts counts_of(const Progress& progress, double seconds);

// "[######----] 812/2034 files, 3/12 units, 4060 files/s", at most `width` columns.
std::string progress_line(const ProgressCounts& counts, unsigned width);

}  // namespace forklint::cli
