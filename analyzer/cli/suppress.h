// --add-suppressions: a comment for each finding, so that an old code base begins with none.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/host.h"
#include "base/result.h"
#include "finding/run_result.h"

namespace forklint::cli {

struct Comments {
  std::vector<Edit> edits;    // sorted and disjoint
  std::vector<Finding> left;  // those for which no place was found
};

// `# forklint: ignore[...]` for each of the findings, all of which lie in the Python file.
Comments suppressions_for(const SourceFile& source, std::vector<Finding> findings);

// Writes the files anew, each as a whole or not at all. What got no comment stays in the run.
Result<void> add_suppressions(RunResult& run, Host& host);

}  // namespace forklint::cli
