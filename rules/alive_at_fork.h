// What the rules on order share: which forks have something alive beside them, and the way from its start to
// the fork as a flow.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "finding/finding.h"
#include "program/program.h"
#include "rules/rule.h"

namespace forklint::rules {

// Order of RuleInfo::messages for the rules that call report_alive. Arguments of all: {0} what forks, {1}
// what is alive, {2} why that is dangerous, {3} what to do instead.
enum class AliveAtFork : std::uint32_t {
  surely,    // both are sure
  possibly,  // on some paths only, or the fork itself depends on a value that is not known
};

// How a rule speaks of one thing that is alive.
struct AliveWords {
  std::string subject;  // "a thread of 'threading.Thread'"
  std::string danger;   // one sentence without its full stop
  std::string started;  // "the thread starts here": what the flow says where it began
};

// Reports, once for each place that forks, what of `is_mine` is alive there: the surest and worst first, the
// others as related places.
void report_alive(const program::Program& program, const RuleInfo& rule,
                  const std::function<bool(const program::Alive&)>& is_mine,
                  const std::function<AliveWords(const program::Alive&)>& words, std::string_view remedy,
                  std::vector<Finding>& findings);

}  // namespace forklint::rules
