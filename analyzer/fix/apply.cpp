#include "fix/apply.h"

#include "base/check.h"

namespace forklint::fix {

std::string apply(std::string_view text, const std::vector<Edit>& edits) {
  std::string result;
  std::size_t at = 0;
  for (const Edit& edit : edits) {
    FORKLINT_CHECK(at <= edit.span.begin && edit.span.begin <= edit.span.end && edit.span.end <= text.size(),
                   "edits are sorted, disjoint and inside of the text");
    result += text.substr(at, edit.span.begin - at);
    result += edit.replacement;
    at = edit.span.end;
  }
  result += text.substr(at);
  return result;
}

}  // namespace forklint::fix
