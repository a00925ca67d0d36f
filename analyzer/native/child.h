// What the child of a native fork does before it ends, over all the project's functions that it calls.
#pragma once

#include <string>
#include <vector>

#include "native/code.h"

namespace forklint::native {

// A call in the child that is not async-signal-safe, and the way to it: from the function that forks, down
// through the project's functions. The last step is the call itself.
struct UnsafeCall {
  struct Step {
    const NativeUnit* unit = nullptr;
    const NativeCall* call = nullptr;
  };
  std::vector<Step> way;
  bool certain = true;  // false: the function is not known
};

struct ChildVerdict {
  bool known = false;  // false: the child's way could not be followed
  bool hooks = false;  // the three hooks of Python stand around the fork
  bool ends = false;   // every way of the child reaches exec or _exit
  std::vector<UnsafeCall> unsafe;
  std::size_t unknown = 0;  // calls of which nothing is known: through pointers, of C++ libraries

  bool done_right() const { return known && (hooks || (ends && unsafe.empty() && unknown == 0)); }
};

ChildVerdict judge_child(const NativeCode& code, const ForkSite& site);

}  // namespace forklint::native
