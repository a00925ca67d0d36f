// Paths for services that know the repository, not the folder in which forklint ran.
#pragma once

#include <string>

#include "finding/run_result.h"

namespace forklint::report {

// From the top of the repository; the project's root stands in for it where there is none. A file outside of
// it keeps its absolute path.
std::string repository_path(const std::string& path, const RunResult& run);

}  // namespace forklint::report
