// How what a thread waits for is called.
#pragma once

#include <optional>
#include <string_view>

#include "diagnose/code.h"
#include "diagnose/symbols.h"

namespace forklint::diagnose {

// "a lock of the memory allocator": what a forked child waits for; "" for roles that are no lock of the
// process.
std::string_view lock_in_words(Role role);
std::string_view lock_in_words(Code code);

// "waits for other ranks (a collective operation)": what it looks like instead; "" for nothing to say.
std::string_view other_in_words(Role role);
std::string_view other_in_words(Code code);

}  // namespace forklint::diagnose
