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
    for (const native::NativeBinding& binding : each.unit->bindings) {
      if (binding.function == each.function->key) return true;
    }
    for (const auto& [caller, call] : code.callers_of(each.function->key)) {
      if (seen.insert(caller.function).second) waiting.push_back(caller);
    }
  }
  return false;
}

bool is_of_python(const std::string& name) {
  return (name.starts_with("Py") && !name.starts_with("PyOS_")) || name.starts_with("_Py") ||
         name.starts_with("pybind11::") || name.starts_with("nanobind::");
}

}  // namespace forklint::rules
