#include "native/child.h"

#include <algorithm>
#include <set>

#include "native/signal_safety.h"

namespace forklint::native {
namespace {

constexpr std::size_t kMaxDepth = 12;

class Judge {
 public:
  Judge(const NativeCode& code, ChildVerdict& verdict) : code_(code), verdict_(verdict) {}

  void look_at(const NativeUnit& unit, const std::vector<NativeCall>& calls) {
    for (const NativeCall& call : calls) look_at(unit, call);
  }

 private:
  void look_at(const NativeUnit& unit, const NativeCall& call) {
    const Definition* own = call.callee.empty() ? nullptr : code_.find(call.callee);
    way_.push_back({&unit, &call});
    if (own != nullptr) {
      if (way_.size() < kMaxDepth && seen_.insert(own->function).second)
        look_at(*own->unit, own->function->calls);
    } else {
      // The functions of C have no namespaces in their keys.
      const bool is_c = call.callee.starts_with("c:@F@") && call.callee.find('#') == std::string::npos;
      const Safety safety = safety_of(call.name, is_c);
      if (safety == Safety::unsafe) verdict_.unsafe.push_back({way_, true});
      verdict_.unknown += safety == Safety::unknown;
    }
    way_.pop_back();
  }

  const NativeCode& code_;
  ChildVerdict& verdict_;
  std::vector<UnsafeCall::Step> way_;
  std::set<const NativeFunction*> seen_;
};

// Whether a function of the project ends the process on its way, as far as its calls show.
bool leads_to_end(const NativeCode& code, const std::vector<NativeCall>& calls,
                  std::set<const NativeFunction*>& seen) {
  return std::ranges::any_of(calls, [&](const NativeCall& call) {
    if (ends_process(call.name)) return true;
    const Definition* own = call.callee.empty() ? nullptr : code.find(call.callee);
    return own != nullptr && seen.insert(own->function).second &&
           leads_to_end(code, own->function->calls, seen);
  });
}

}  // namespace

ChildVerdict judge_child(const NativeCode& code, const ForkSite& site) {
  ChildVerdict verdict;
  const ChildRegion& child = site.fork->child;
  verdict.known = child.known;
  if (!child.known) return verdict;
  verdict.hooks = site.fork->before_hook && site.fork->parent_hook && child.calls_hook;
  std::set<const NativeFunction*> seen;
  verdict.ends = child.returns.empty() && child.failed_exec_returns.empty() &&
                 (child.ends || leads_to_end(code, child.calls, seen));
  Judge(code, verdict).look_at(*site.unit, child.calls);
  return verdict;
}

}  // namespace forklint::native
