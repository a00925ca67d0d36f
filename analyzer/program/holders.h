// Who holds what a call makes: a local name, the object whose method makes it, or something that can't be
// seen. What only a local name holds is gone when its function returns, and with it the thread of a queue
// that stops when nobody holds the queue any more. Internal.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "program/path.h"

namespace forklint::program {

// Whether anything but the name may hold what the name stands for in the function, or the name is not the
// function's own. `lets_go`: of a call whether it holds its arguments no longer than it runs.
bool is_held_elsewhere(const python::Function& function, std::string_view name, const Module& module,
                       const std::function<bool(const python::Call&)>& lets_go);

class Holders {
 public:
  Holders(Evaluator& evaluator, const std::vector<std::unique_ptr<Site>>& sites);

  // The function on the path after whose return nobody holds what the call at the end of the path made; null
  // where somebody may.
  const python::Function* last_holder(const Path& path);

 private:
  enum class Keeping : std::uint8_t { by_local_name, by_self, unknown };

  Keeping keeping_of(const python::CallSite& call, const Module& module);
  Keeping find_keeping(const python::CallSite& call, const Module& module) const;
  bool constructs(const Step& step);
  // Whether the call creates processes, which let go of their arguments when they are started.
  bool creates(const python::Call& call) const { return creating_.contains(&call); }

  Evaluator& evaluator_;
  std::unordered_set<const python::Call*> creating_;
  std::unordered_map<const python::CallSite*, Keeping> keeping_;
};

}  // namespace forklint::program
