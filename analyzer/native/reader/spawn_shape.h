// A fork whose child does nothing but exec, in a shape that posix_spawn takes over with a few edits.
#pragma once

#include <clang/AST/ASTContext.h>

#include <vector>

#include "native/reader/inclusions.h"
#include "native/reader/places.h"
#include "native/reader/way_to_fork.h"
#include "native/unit.h"

namespace forklint::native {

// The statement that forks into a variable becomes a call of posix_spawn, which leaves there what fork would
// have left in the parent; the child's branch of an `if` behind it goes; the headers come in. Empty where the
// branch does anything else than exec and _exit, where macros are involved, or outside of the unit's own
// file.
std::vector<NativeEdit> edits_to_spawn(const BareFork& bare, const clang::ASTContext& context,
                                       const Inclusions& inclusions, Places& places);

}  // namespace forklint::native
