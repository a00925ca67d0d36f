// Whether a file that is not parsed uses what is dangerous for a later fork: starts threads, holds locks,
// touches an accelerator, by the names that it imports and mentions.
#pragma once

#include <string_view>

#include "cli/vocabulary.h"
#include "workspace/prefilter.h"

namespace forklint::cli {

// Whether it may create processes from a context that it is given: `self.ctx.Pool(4)`.
bool uses_given_context(std::string_view bytes, const Vocabulary& vocabulary);

bool uses_hazard(std::string_view bytes, const workspace::ScannedImports& imports,
                 const Vocabulary& vocabulary);

}  // namespace forklint::cli
