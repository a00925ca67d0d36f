// Stacks of a running process and of those below it, by py-spy and gdb.
#pragma once

#include <cstdint>
#include <string>

#include "base/host.h"
#include "base/result.h"

namespace forklint::cli {

// The dumps as text. What can't be had is said on the error stream, with what to install; an error where
// nothing can be had at all.
Result<std::string> live_dump(std::uint32_t pid, Host& host);

}  // namespace forklint::cli
