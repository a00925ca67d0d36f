// Threads that are waited for at a queue: a function starts them with a queue of its own, and empties it in a
// loop or calls what does. Internal.
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "program/evaluator.h"
#include "program/site_roles.h"

namespace forklint::program {

class QueueWaits {
 public:
  QueueWaits(Evaluator& evaluator, const SiteRoles& roles, const Module& module);

  // The threads that have handed over all their work when the call comes back.
  std::vector<const Site*> ended_by(const python::CallSite& call) const;

 private:
  using Names = std::vector<std::string_view>;

  bool is_own_queue(const python::Name& name, const python::Function& function) const;
  Names queues_in(const python::Expr& expr, const python::Function& function) const;
  bool empties(const python::CallSite& call, const python::Function& function) const;
  static bool takes_in_loop(const Module& module, const python::Function* function, std::string_view queue);

  Evaluator& evaluator_;
  const Module& module_;
  std::unordered_map<const python::Function*, std::vector<const Site*>> threads_;  // by who makes them
};

}  // namespace forklint::program
