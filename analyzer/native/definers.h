// What the child of a fork calls and units define that were not read, as they name no fork themselves.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "native/code.h"

namespace forklint::native {

// Names of functions of C, through the functions that were read. Those of the C library are among them.
std::set<std::string> unread_in_children(const NativeCode& code);

// Whether the text may define a function of that name: parentheses and a brace stand behind it.
bool may_define(std::string_view text, std::string_view name);

}  // namespace forklint::native
