// A directive at its place in a file, and which of its rules have had something to suppress.
#pragma once

#include <vector>

#include "finding/directive.h"
#include "finding/suppression.h"

namespace forklint {

struct ActiveDirective {
  Directive directive;
  const SourceFile* source = nullptr;
  SourceComment comment;
  std::uint32_t line = 0;     // that it speaks for; 0 for the whole file
  bool blanket_used = false;  // for a directive without selectors
  std::vector<bool> used;     // one for each selector

  bool is_blanket() const { return directive.selectors.empty(); }
  // In the file, where the directive is in the comment.
  Span in_file(Span in_comment) const {
    return {comment.span.begin + in_comment.begin, comment.span.begin + in_comment.end};
  }
};

// FRK901 for what `active` names in vain, with the fix that takes it out.
void report_unused(const ActiveDirective& active, const SuppressionPolicy& policy,
                   std::vector<Finding>& findings);

}  // namespace forklint
