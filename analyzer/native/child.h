// What the child of a native fork does before it ends, over all the project's functions that it calls.
#pragma once

#include <string>
#include <string_view>
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
  bool hooks = false;  // the three hooks of Python stand around the fork, and the GIL is held
  bool ends = false;   // every way of the child reaches exec or _exit
  std::vector<UnsafeCall> unsafe;
  bool misused = false;     // of vfork: it does more than exec or _exit
  std::size_t unknown = 0;  // calls of which nothing is known: through pointers, of C++ libraries

  bool done_right() const { return known && !misused && (hooks || (ends && unsafe.empty() && unknown == 0)); }
};

// Whether the function that forks may have called it before.
bool calls_before(const ForkSite& site, std::string_view name);
// Whether the child of a vfork may make the call; reading errno calls a function of glibc.
bool is_for_vfork(const NativeCall& call);
// Whether the hook of Python stands before the fork, or in the parent behind it: in its function or in a
// caller.
bool has_hook_before(const NativeCode& code, const ForkSite& site);
bool has_hook_in_parent(const NativeCode& code, const ForkSite& site);
// Whether that function has released the GIL and not taken it again.
bool is_gil_released(const ForkSite& site);

ChildVerdict judge_child(const NativeCode& code, const ForkSite& site);

}  // namespace forklint::native
