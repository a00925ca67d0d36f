// What an object of the project holds when it is pickled: its attributes, by what its methods assign.
#include <algorithm>
#include <array>
#include <map>

#include "program/spawn_names.h"
#include "program/spawn_pickling.h"
#include "python/methods.h"

namespace forklint::program {
namespace {

constexpr std::size_t kMaxAncestors = 12;

// With one of these a class says itself what is pickled.
constexpr std::array<std::string_view, 5> kOwnPickling = {"__getstate__", "__reduce__", "__reduce_ex__",
                                                          "__getnewargs__", "__getnewargs_ex__"};

// Bases outside the project whose objects are pickled by their attributes.
constexpr std::string_view kPlainBases[] = {
    "builtins.object",
    "abc.ABC",
    "typing.Generic",
    "typing.Protocol",
    "torch.utils.data.Dataset",
    "torch.utils.data.IterableDataset",
    "torch.utils.data.dataset.Dataset",
    "torch.utils.data.dataset.IterableDataset",
};

bool is_plain_base(const Value& base) {
  if (base.api != nullptr && base.api->creates == catalog::Creates::process) return true;
  return std::find(std::begin(kPlainBases), std::end(kPlainBases), external_name(base)) !=
         std::end(kPlainBases);
}

bool is_of_self(const python::AttributeBinding& binding) {
  return binding.function != nullptr && python::is_self(*binding.target->value, *binding.function);
}

}  // namespace

void Pickling::add_instance(const python::Class& class_, const Module& module) {
  if (!seen_.insert(&class_).second || add_nested_class(class_, module)) return;
  const std::vector<Ancestor> all = ancestors(class_, module);
  if (all.empty()) {
    all_known_ = false;
    return;
  }
  add_attributes(all);
}

// The class and its bases in the project, most derived first; empty where something else may decide how its
// objects are pickled.
std::vector<Pickling::Ancestor> Pickling::ancestors(const python::Class& class_, const Module& module) {
  std::vector<Ancestor> all{{&class_, &module}};
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto [current, at] = all[i];
    const auto& names = current->scope->names;
    const bool is_own = std::any_of(kOwnPickling.begin(), kOwnPickling.end(),
                                    [&](std::string_view name) { return names.contains(name); });
    if (is_own || all.size() > kMaxAncestors) return {};
    for (const python::Argument& argument : current->arguments) {
      if (argument.kind != python::ArgumentKind::positional) return {};
      const ValueSet bases = evaluator_.values(*argument.value, *at);
      const Value* base = bases.single();
      if (base == nullptr) return {};
      if (base->kind == ValueKind::class_) {
        all.push_back({base->class_, base->module});
      } else if (!is_plain_base(*base)) {
        return {};
      }
    }
  }
  return all;
}

// The constructor and what it surely runs of the object's own methods.
Pickling::Functions Pickling::constructors(const std::vector<Ancestor>& ancestors) {
  Functions found;
  std::vector<Evaluator::Target> open;
  const auto add = [&](const Module* at, const python::Function* function) {
    if (function != nullptr && found.insert(function).second) open.push_back({at, function, true});
  };
  for (const std::string_view name : {"__init__", "__post_init__"}) {
    const Module* at = ancestors.front().module;
    const python::Function* function =
        evaluator_.method_of(*ancestors.front().module, *ancestors.front().class_, name, &at);
    add(at, function);
  }
  const auto is_own = [&](const python::Function& function) {
    return std::any_of(ancestors.begin(), ancestors.end(),
                       [&](const Ancestor& each) { return each.class_ == function.class_; });
  };
  while (!open.empty()) {
    const Evaluator::Target current = open.back();
    open.pop_back();
    for (const python::CallSite& call : current.module->syntax.calls()) {
      if (call.function != current.function || !is_unconditional(call.region)) continue;
      for (const Value& callee : evaluator_.callees(*call.call, *current.module).values()) {
        for (const Evaluator::Target& target : evaluator_.functions_run_by(callee)) {
          if (target.function != nullptr && is_own(*target.function)) add(target.module, target.function);
        }
      }
    }
  }
  return found;
}

void Pickling::add_attributes(const std::vector<Ancestor>& ancestors) {
  const Functions constructing = constructors(ancestors);
  std::map<std::string_view, std::vector<Assignment>> by_name;
  for (const Ancestor& each : ancestors) {
    for (const python::AttributeBinding& binding : each.module->syntax.attribute_bindings()) {
      if (binding.function == nullptr || binding.function->class_ != each.class_ || !is_of_self(binding))
        continue;
      // What the new process assigns comes later, and in it.
      if (moment_.in_worker != nullptr && moment_.in_worker->contains(binding.function)) continue;
      by_name[binding.target->name].push_back(
          {&binding, each.module, constructing.contains(binding.function)});
    }
  }
  for (const auto& [name, assignments] : by_name) add_attribute(name, assignments);
}

bool Pickling::is_before_now(const Assignment& assignment) const {
  return assignment.binding->function == moment_.function &&
         assignment.binding->target->span.begin < moment_.position;
}

void Pickling::add_attribute(std::string_view name, const std::vector<Assignment>& assignments) {
  // The last one in the function that starts the process, else the last one of the constructor.
  const Assignment* current = nullptr;
  bool doubtful = false;
  for (const Assignment& each : assignments) {
    const bool is_sure = is_unconditional(each.binding->region);
    if (is_before_now(each)) {
      if (current == nullptr || !is_before_now(*current) || is_sure) doubtful = !is_sure;
      current = &each;
    } else if (each.in_constructor && (current == nullptr || !is_before_now(*current))) {
      doubtful = !is_sure;
      current = &each;
    }
  }
  const std::string around = attribute_;
  attribute_ = "self." + std::string(name);
  for (const Assignment& each : assignments) {
    const python::AttributeBinding& binding = *each.binding;
    if (binding.value == nullptr || !binding.unpack.empty() ||
        (binding.kind != python::BindingKind::assignment &&
         binding.kind != python::BindingKind::with_target)) {
      all_known_ = false;
      continue;
    }
    const bool is_current = &each == current;
    const bool is_elsewhere = !each.in_constructor && !is_before_now(each);
    // What the constructor assigns first and last, only the last counts.
    if (!is_current && !is_elsewhere && !doubtful) continue;
    const bool is_later = is_elsewhere && binding.function == moment_.function;
    if (is_later && is_unconditional(binding.region)) continue;
    const bool others = std::any_of(assignments.begin(), assignments.end(), [&](const Assignment& other) {
      return &other != &each && !other.in_constructor && other.binding->function != moment_.function;
    });
    const bool sure = is_current && !doubtful && (is_before_now(each) || !others);
    add_doubtful(*binding.value, *each.module, !sure);
  }
  attribute_ = around;
}

}  // namespace forklint::program
