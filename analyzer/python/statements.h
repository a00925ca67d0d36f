// The extents of statements, for comments that speak about the statement they stand at.
#pragma once

#include <vector>

#include "python/module.h"

namespace forklint::python {

// Simple statements and the headers of compound ones, in order of the text.
std::vector<Span> statement_spans(const PythonModule& module);

}  // namespace forklint::python
