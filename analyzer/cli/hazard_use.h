// Whether a file that is not parsed uses what is dangerous for a later fork: starts threads, holds locks,
// touches an accelerator, by the names that it imports and mentions.
#pragma once

#include <string_view>

#include "cli/vocabulary.h"
#include "workspace/prefilter.h"

namespace forklint::cli {

bool uses_hazard(std::string_view bytes, const workspace::ScannedImports& imports,
                 const Vocabulary& vocabulary);

}  // namespace forklint::cli
