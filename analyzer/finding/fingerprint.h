// What of a finding stays the same when the code around it changes: the identity of a known finding.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "finding/finding.h"
#include "finding/run_result.h"
#include "source/source_file.h"

namespace forklint {

// One fingerprint per finding, in the same order; 16 hexadecimal digits, all different.
//
// It is made of the rule, the path, the code of the finding's own span and, where that is the same for
// several findings, their order in the file. So it survives lines that move, other code that changes and a
// formatter: blanks, line breaks, the kind of quotes and a trailing comma do not count. `findings` are all of
// the run in their order, suppressed ones too, or a suppression would change the count of the others.
std::vector<std::string> fingerprints(std::span<const Finding* const> findings,
                                      const std::function<const SourceFile*(const std::string&)>& source);

// Fills the run's fingerprints. Comes before anything that leaves findings out.
void identify(RunResult& run);

// "" for one that was not there when the run's findings were identified.
std::string fingerprint_of(const Finding& finding, const RunResult& run);

// The code without what a formatter may change.
std::string code_shape(std::string_view code);

}  // namespace forklint
