// Calls of os.fork and its like in the project's own code, and which lines after them run in the child: what
// a stack of the child can't show, as nothing of such a fork stays on it.
#pragma once

#include <vector>

#include "program/program.h"

namespace forklint::program {

struct BareFork {
  const Site* site = nullptr;
  Span rest;                // of its function or module, behind the call
  std::vector<Span> child;  // branches for the child; empty where no `if` on the result was recognised
};

// In the order of the program's sites. What they point to belongs to the program.
std::vector<BareFork> bare_forks(const Program& program);

}  // namespace forklint::program
