// What GitHub code scanning takes. A file beyond a limit is refused as a whole, so a log is made to fit, and
// says what it lost.
#pragma once

#include <cstddef>
#include <string>

#include "sarif/model.h"

namespace sarif {

struct Limits {
  std::size_t results = 25'000;
  // Of these GitHub would take 1,000 and 10,000; it shows 100 and 1,000, and nobody reads on from there. The
  // ends of a path are kept, its middle goes.
  std::size_t related_locations = 100;
  std::size_t flow_locations = 100;
  std::size_t tags = 10;
  // 10 MB by any definition, after gzip at its weakest: no gzip makes it larger.
  std::size_t compressed_bytes = 10'000'000;
};

// The log as text within `limits`. Results go by least severity: suppressed ones first, then notes, warnings,
// errors, of equal ones the last. A notification in the first invocation of a run says how many went and why.
std::string to_json_within(Log log, const Limits& limits = {});

// The size of `text` after gzip at its weakest; at least the size at any other setting, near enough for a
// limit.
std::size_t compressed_size(const std::string& text);

}  // namespace sarif
