#include "rewrite/safety.h"

#include <algorithm>

namespace forklint::rewrite {

void Safety::add(const Safety& other) {
  possible = possible && other.possible;
  applicability = std::min(applicability, other.applicability);
  if (reason.empty()) reason = other.reason;
  related.insert(related.end(), other.related.begin(), other.related.end());
}

Safety safety_of(const program::Program&, const program::Site&) {
  return {.applicability = Applicability::unsafe,
          .reason = "what the processes are given must be picklable, and the script needs a main guard"};
}

std::string title_with(const std::string& title, const Safety& safety) {
  return safety.reason.empty() ? title : title + " (may break: " + safety.reason + ")";
}

}  // namespace forklint::rewrite
