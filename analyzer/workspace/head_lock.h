// The deadlock of CPython's HEAD_LOCK in a forked child (gh-112275), by version.
#pragma once

#include <optional>

#include "workspace/specifier.h"

namespace forklint::workspace {

// The first release of each affected minor version that has the patch. 3.12 and newer never had the bug.
inline constexpr PatchVersion kHeadLockPatched[] = {{3, 8, 20}, {3, 9, 20}, {3, 10, 15}, {3, 11, 10}};

// The release to move to; nothing for a version that is not affected. 3.7 and older are not covered.
inline std::optional<PatchVersion> head_lock_patch(PatchVersion version) {
  for (const PatchVersion& patched : kHeadLockPatched) {
    if (patched.major == version.major && patched.minor == version.minor && version < patched) return patched;
  }
  return std::nullopt;
}

}  // namespace forklint::workspace
