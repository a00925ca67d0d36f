// What parent and worker say to each other: what is asked on standard input, a unit on standard output.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "native/unit.h"

namespace forklint::native {

// A worker is this program, started anew as: PROGRAM OPTION MEGABYTES SECONDS UNIT. The last is for people
// who look at lists of processes; what is asked comes by standard input.
inline constexpr const char* kWorkerOption = "--native-worker";

struct UnitRequest {
  std::string path;                // absolute
  std::string root;                // of the project: bodies of functions elsewhere are not read
  std::vector<std::string> flags;  // of the compiler, without its name and the file's
};

// Texts by absolute path, in place of what is on the disk.
using ReplacedTexts = std::map<std::string, std::string>;

struct ReaderInput {
  UnitRequest request;
  ReplacedTexts texts;  // of files of the unit; any bytes
};

std::string to_text(const UnitRequest& request);
std::string to_text(const ReaderInput& input);
// Fails on anything that is not whole.
Result<ReaderInput> input_from(std::string_view text);

std::string to_text(const NativeUnit& unit);
// Fails on anything that is not a whole unit: a worker may die at any byte. Indices are within bounds.
Result<NativeUnit> unit_from(std::string_view text);

}  // namespace forklint::native
