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
    // CPython's hooks are made for this, though the project may be CPython.
    if (own != nullptr && safety_of(call.name, false) != Safety::safe) {
      if (way_.size() < kMaxDepth && seen_.insert(own->function).second)
        look_at(*own->unit, own->function->calls);
    } else {
      const Safety safety = safety_of(call.name, is_function_of_c(call.callee));
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

bool calls_before(const ForkSite& site, std::string_view name) {
  return std::ranges::any_of(site.fork->before, [&](const NativeCall& call) { return call.name == name; });
}

bool is_for_vfork(const NativeCall& call) {
  return ends_process(call.name) || call.name == "__errno_location";
}

bool is_gil_released(const ForkSite& site) {
  bool released = false;
  for (const NativeCall& call : site.fork->before) {
    if (call.name == "PyEval_SaveThread" || call.name.ends_with("::gil_scoped_release::gil_scoped_release"))
      released = true;
    if (call.name == "PyEval_RestoreThread" || call.name == "PyGILState_Ensure" ||
        call.name.ends_with("::~gil_scoped_release"))
      released = false;
  }
  return released;
}

namespace {

// Whether some caller, or one of its callers, calls it before the call that leads to the fork, or behind it.
bool callers_call(const NativeCode& code, const ForkSite& site, std::string_view name, bool before) {
  constexpr std::size_t kMostCallers = 64;
  std::set<std::string> seen{site.function->key};
  std::vector<std::string> waiting{site.function->key};
  for (std::size_t next = 0; next < waiting.size() && next < kMostCallers; ++next) {
    const std::string key = waiting[next];
    for (const auto& [caller, call] : code.callers_of(key)) {
      for (const NativeCall& each : caller.function->calls) {
        const bool is_before = each.place.span.begin < call->place.span.begin;
        if (each.name == name && each.place.file == call->place.file && is_before == before) return true;
      }
      if (seen.insert(caller.function->key).second) waiting.push_back(caller.function->key);
    }
  }
  return false;
}

}  // namespace

bool has_hook_before(const NativeCode& code, const ForkSite& site) {
  constexpr std::string_view kHook = "PyOS_BeforeFork";
  return calls_before(site, kHook) || callers_call(code, site, kHook, true);
}

bool has_hook_in_parent(const NativeCode& code, const ForkSite& site) {
  return site.fork->parent_hook || callers_call(code, site, "PyOS_AfterFork_Parent", false);
}

ChildVerdict judge_child(const NativeCode& code, const ForkSite& site) {
  ChildVerdict verdict;
  const ChildRegion& child = site.fork->child;
  verdict.known = child.known;
  if (!child.known) return verdict;
  verdict.misused =
      site.fork->kind == ForkKind::vfork && (!child.returns.empty() || !child.failed_exec_returns.empty() ||
                                             !std::ranges::all_of(child.calls, is_for_vfork));
  verdict.hooks = child.calls_hook && has_hook_before(code, site) && has_hook_in_parent(code, site) &&
                  !is_gil_released(site);
  std::set<const NativeFunction*> seen;
  verdict.ends = child.returns.empty() && child.failed_exec_returns.empty() &&
                 (child.ends || leads_to_end(code, child.calls, seen));
  Judge(code, verdict).look_at(*site.unit, child.calls);
  return verdict;
}

}  // namespace forklint::native
