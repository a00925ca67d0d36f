// One translation unit, read by Clang. Runs in a process of its own: Clang may crash on what it is given.
#pragma once

#include "native/protocol.h"
#include "native/unit.h"

namespace forklint::native {

// Whatever is wrong with the unit, what could be read of it is returned.
NativeUnit read_unit(const ReaderInput& input);

}  // namespace forklint::native
