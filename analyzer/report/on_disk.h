// Places for programs that look at the file itself: in a notebook at its JSON.
#pragma once

#include <string>

#include "finding/run_result.h"
#include "source/source_file.h"

namespace forklint::report {

struct OnDisk {
  const SourceFile* source = nullptr;
  Span span;
};

OnDisk on_disk(const SourceFile& source, Span span);

// "cell 3" of a notebook; "" for a place in an ordinary file.
std::string cell_of(const Place& place, const RunResult& run);
// "cell 3, line 2: ", for formats in which a message is all that a person sees.
std::string cell_prefix(const Place& place, const RunResult& run);

}  // namespace forklint::report
