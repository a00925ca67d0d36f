// Values of module level that differ from process to process: each that imports the module draws its own.
// Internal.
#pragma once

#include "program/evaluator.h"

namespace forklint::program {

// The call at module level that draws a part of what the name holds, by chance, from the clock, or of this
// process's own: `random.random()`, `uuid.uuid4()`, `time.time()`, `tempfile.mkdtemp()`. Null for any other.
const python::Call* drawn_at_import(Evaluator& evaluator, const python::Name& name, const Module& module,
                                    const Module*& owner);

}  // namespace forklint::program
