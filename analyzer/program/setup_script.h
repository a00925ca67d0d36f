// The console scripts that a setup.py declares, where they are written out.
#pragma once

#include <vector>

#include "python/module.h"
#include "workspace/declared_entry.h"

namespace forklint::program {

// The arguments `entry_points` and `scripts` of `setup(...)`; what is computed there is not known.
std::vector<workspace::DeclaredEntry> declared_in(const python::PythonModule& setup);

}  // namespace forklint::program
