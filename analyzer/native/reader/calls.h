// What a statement by itself calls.
#pragma once

#include <clang/AST/Stmt.h>

#include <optional>

#include "native/reader/places.h"
#include "native/unit.h"

namespace forklint::native {

// A call, a construction, new, delete or throw: what a statement by itself runs.
std::optional<NativeCall> call_in(const clang::Stmt& statement, Places& places);

}  // namespace forklint::native
