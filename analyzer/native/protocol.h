// What parent and worker say to each other: a request on the command line, a unit on standard output.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "native/unit.h"

namespace forklint::native {

// A worker is this program, started anew as: PROGRAM OPTION MEGABYTES SECONDS REQUEST.
inline constexpr const char* kWorkerOption = "--native-worker";

struct UnitRequest {
  std::string path;                // absolute
  std::string root;                // of the project: bodies of functions elsewhere are not read
  std::vector<std::string> flags;  // of the compiler, without its name and the file's
};

std::string to_text(const UnitRequest& request);
Result<UnitRequest> request_from(std::string_view text);

std::string to_text(const NativeUnit& unit);
// Fails on anything that is not a whole unit: a worker may die at any byte. Indices are within bounds.
Result<NativeUnit> unit_from(std::string_view text);

}  // namespace forklint::native
