// `f(a)` to `f(a, name=value)`, in the layout of the call.
#pragma once

#include <string>
#include <string_view>

#include "python/ast.h"
#include "rewrite/draft.h"

namespace forklint::rewrite {

// Sets the keyword argument: replaces its value where the call has it, else adds it at the end. False where
// the call has a form that this does not know; the draft is untouched then.
bool set_keyword_argument(const program::Module& module, const python::Call& call, std::string_view name,
                          const std::string& value, Draft& draft);

}  // namespace forklint::rewrite
