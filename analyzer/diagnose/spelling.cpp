#include "diagnose/spelling.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace forklint::diagnose {

bool is_nearly(std::string_view name, std::string_view meant) {
  constexpr std::size_t kAllowed = 2;
  const std::size_t longer = std::max(name.size(), meant.size());
  if (longer - std::min(name.size(), meant.size()) > kAllowed) return false;
  std::vector<std::size_t> before, previous(meant.size() + 1), current(meant.size() + 1);
  for (std::size_t j = 0; j <= meant.size(); ++j) previous[j] = j;
  for (std::size_t i = 1; i <= name.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j <= meant.size(); ++j) {
      const std::size_t replaced = previous[j - 1] + (name[i - 1] == meant[j - 1] ? 0 : 1);
      current[j] = std::min({replaced, previous[j] + 1, current[j - 1] + 1});
      const bool swapped = i > 1 && j > 1 && name[i - 1] == meant[j - 2] && name[i - 2] == meant[j - 1];
      if (swapped) current[j] = std::min(current[j], before[j - 2] + 1);
    }
    before = std::exchange(previous, current);
  }
  return previous[meant.size()] <= kAllowed;
}

}  // namespace forklint::diagnose
