#include "program/self_calls.h"

#include <algorithm>
#include <unordered_set>

#include "python/methods.h"

namespace forklint::program {
namespace {

using Self = Evaluator::Target::Self;

// More classes below one tell nothing new.
constexpr std::size_t kMaxReplacements = 16;

}  // namespace

SelfCalls::SelfCalls(Evaluator& evaluator, const std::vector<std::unique_ptr<Module>>& modules)
    : evaluator_(evaluator) {
  for (const auto& module : modules) {
    for (const python::Class* class_ : module->syntax.classes()) {
      for (const python::Argument& argument : class_->arguments) {
        if (argument.kind != python::ArgumentKind::positional) continue;
        for (const Value& base : evaluator_.values(*argument.value, *module).values()) {
          if (base.kind == ValueKind::class_ && base.class_ != class_)
            below_[base.class_].push_back({module.get(), class_});
        }
      }
    }
  }
}

void SelfCalls::complete(const python::CallSite& call, const Module& module,
                         std::vector<Target>& targets) const {
  const auto* callee = python::as<python::Attribute>(call.call->callee);
  if (callee == nullptr) return;
  const python::Function* around = call.function;
  const bool in_method = around != nullptr && around->class_ != nullptr;
  const bool on_self = in_method && python::is_self(*callee->value, *around);
  if (!on_self && !(in_method && python::is_super(*callee->value))) {
    set_classes(*callee, module, targets);
    return;
  }
  for (Target& target : targets) {
    if (target.function != nullptr && target.function->class_ != nullptr)
      target.self = on_self ? Self::same : Self::inherited;
  }
  if (on_self) add_replacements(*around->class_, callee->name, targets);
}

void SelfCalls::add_replacements(const python::Class& class_, std::string_view name,
                                 std::vector<Target>& targets) const {
  std::vector<const python::Class*> open{&class_};
  std::unordered_set<const python::Class*> seen{&class_};
  std::size_t added = 0;
  while (!open.empty() && added < kMaxReplacements) {
    const auto found = below_.find(open.back());
    open.pop_back();
    if (found == below_.end()) continue;
    for (const Subclass& below : found->second) {
      if (!seen.insert(below.class_).second) continue;
      open.push_back(below.class_);
      const auto defined = below.class_->scope->names.find(name);
      if (defined == below.class_->scope->names.end()) continue;
      for (const python::Binding* binding : defined->second) {
        if (binding->kind != python::BindingKind::function) continue;
        targets.push_back({below.module, binding->function, true, Self::replaces});
        ++added;
      }
    }
  }
}

// `Job().start()`: the method runs on a Job, wherever it is defined.
void SelfCalls::set_classes(const python::Attribute& callee, const Module& module,
                            std::vector<Target>& targets) const {
  constexpr std::size_t kMaxClasses = 4;
  if (std::none_of(targets.begin(), targets.end(),
                   [](const Target& target) { return target.function->class_ != nullptr; }))
    return;
  std::vector<Target> typed;
  for (const Value& object : evaluator_.values(*callee.value, module).values()) {
    if (object.kind != ValueKind::instance || object.class_ == nullptr || typed.size() >= kMaxClasses)
      continue;
    const python::Function* method = evaluator_.method_of(*object.module, *object.class_, callee.name);
    const auto same = std::find_if(targets.begin(), targets.end(), [&](const Target& target) {
      return target.function == method && target.skip_first;
    });
    if (method == nullptr || same == targets.end()) continue;
    Target target = *same;
    target.self = Self::of_class;
    target.self_class = object.class_;
    target.self_module = object.module;
    typed.push_back(target);
  }
  std::erase_if(targets, [&](const Target& target) {
    return std::any_of(typed.begin(), typed.end(),
                       [&](const Target& each) { return each.function == target.function; });
  });
  targets.insert(targets.end(), typed.begin(), typed.end());
}

}  // namespace forklint::program
