#include "rules/native_flow.h"

#include <algorithm>
#include <set>

namespace forklint::rules {

std::vector<FlowStep> flow_to(const native::ForkSite& site, const native::UnsafeCall& call) {
  std::vector<FlowStep> flow;
  flow.push_back({native::place_of(*site.unit, site.fork->place), "The child begins here.", 0});
  for (std::size_t i = 0; i < call.way.size(); ++i) {
    const native::UnsafeCall::Step& step = call.way[i];
    const bool last = i + 1 == call.way.size();
    flow.push_back({native::place_of(*step.unit, step.call->place),
                    last ? "'" + step.call->name + "' is not async-signal-safe."
                         : "The child calls '" + step.call->name + "'.",
                    static_cast<std::uint32_t>(i)});
  }
  return flow;
}

bool can_fix(const native::NativeUnit& unit, const native::NativePlace& place) {
  const bool is_whole = unit.errors == 0 && unit.stubs.empty() && unit.missing_headers.empty();
  return is_whole && !unit.files[place.file].starts_with('/');
}

Level level_in(const native::NativeUnit& unit, Level level) {
  return unit.stubs.empty() ? level : Level::note;
}

std::string named(const native::ForkSite& site) {
  return "'" + site.fork->name + "' in '" + site.function->name + "'";
}

bool is_called_by_python(const native::NativeCode& code, const native::NativeUnit& unit,
                         const native::NativeFunction& function) {
  std::vector<native::Definition> waiting{{&unit, &function}};
  std::set<const native::NativeFunction*> seen{&function};
  while (!waiting.empty()) {
    const native::Definition each = waiting.back();
    waiting.pop_back();
    if (each.function->for_python) return true;
    if (code.is_bound(each.function->key)) return true;
    for (const auto& [caller, call] : code.callers_of(each.function->key)) {
      if (seen.insert(caller.function).second) waiting.push_back(caller);
    }
  }
  return false;
}

namespace {

// It returns to its caller, which is Python, or calls the interpreter itself.
bool goes_on_in_python(const native::NativeCode& code, const native::ForkSite& site) {
  const native::ChildRegion& child = site.fork->child;
  const bool uses_hook =
      native::calls_before(site, "PyOS_BeforeFork") || site.fork->parent_hook || child.calls_hook;
  const bool calls =
      std::ranges::any_of(child.calls, [](const auto& call) { return is_of_python(call.name); });
  const bool returns = !child.returns.empty() && !child.ends;
  return uses_hook || (calls && !child.ends) ||
         (returns && is_called_by_python(code, *site.unit, *site.function));
}

}  // namespace

bool lacks_hooks(const native::NativeCode& code, const native::ForkSite& site) {
  const native::ChildVerdict child = native::judge_child(code, site);
  return child.known && !child.hooks && !child.done_right() && goes_on_in_python(code, site);
}

bool returns_to_python(const native::NativeCode& code, const native::ForkSite& site) {
  const native::ChildRegion& child = site.fork->child;
  const bool returns = !child.returns.empty() || !child.failed_exec_returns.empty();
  return child.known && child.ends && !child.calls_hook && returns && site.fork->parent_returns &&
         is_called_by_python(code, *site.unit, *site.function);
}

bool is_of_python(const std::string& name) {
  return (name.starts_with("Py") && !name.starts_with("PyOS_")) || name.starts_with("_Py") ||
         name.starts_with("pybind11::") || name.starts_with("nanobind::");
}

}  // namespace forklint::rules
