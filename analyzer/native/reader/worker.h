// The process that Clang runs in: one unit, then it ends. What it is asked comes by standard input, the
// answer goes to standard output. It may die at any time; that costs the unit and nothing else.
#pragma once

namespace forklint::native {

// Whether this process was started to read a unit.
bool is_worker(int argc, const char* const* argv);

// To be called first of all, while there is one thread. Returns an exit status where it was asked for
// something that is no request; else it ends the process.
int run_worker(int argc, char** argv);

}  // namespace forklint::native
