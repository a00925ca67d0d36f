#include "cli/progress_bar.h"

#include <fmt/format.h>

#include <algorithm>

namespace forklint::cli {
namespace {

// What reading one unit of C or C++ costs in files of Python, roughly.
constexpr std::uint64_t kFilesPerUnit = 500;

std::string bar(std::uint64_t done, std::uint64_t all, unsigned width) {
  const auto full = all == 0 ? 0U : static_cast<unsigned>(std::min(done, all) * width / all);
  return "[" + std::string(full, '#') + std::string(width - full, '-') + "] ";
}

std::string words(const ProgressCounts& counts) {
  if (counts.files == 0 && counts.units == 0) return "looking for files";
  const bool reading = counts.files_done < counts.files || counts.units_done < counts.units;
  std::string text = fmt::format("{}/{} files", counts.files_done, counts.files);
  if (counts.units > 0) text += fmt::format(", {}/{} units", counts.units_done, counts.units);
  if (!reading) return text + ", linking";
  // The units come first: a rate of files is known behind them.
  const bool counts_files = counts.files_done > 0;
  const auto rate = static_cast<double>(counts_files ? counts.files_done : counts.units_done);
  if (rate > 0 && counts.seconds > 0) {
    text += fmt::format(", {:.{}f} {}/s", rate / counts.seconds, counts_files ? 0 : 1,
                        counts_files ? "files" : "units");
  }
  return text;
}

}  // namespace

ProgressCounts counts_of(const Progress& progress, double seconds) {
  return {progress.files, progress.files_done, progress.units, progress.units_done, seconds};
}

std::string progress_line(const ProgressCounts& counts, unsigned width) {
  constexpr unsigned kBar = 24;
  constexpr unsigned kBrackets = 3;
  const std::string text = words(counts);
  if (text.size() + kBar + kBrackets > width) return text.substr(0, width);
  return bar(counts.files_done + counts.units_done * kFilesPerUnit,
             counts.files + counts.units * kFilesPerUnit, kBar) +
         text;
}

}  // namespace forklint::cli
