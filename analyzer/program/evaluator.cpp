#include "program/evaluator.h"

#include <algorithm>
#include <optional>
#include <ranges>
#include <utility>

#include "program/call_evaluator.h"
#include "program/evaluator_state.h"

namespace forklint::program {
namespace {

using python::BindingKind;

// An index in an unpacking path: whatever element an iteration brings. (-1 is a part that is not known.)
constexpr std::int32_t kAnyElement = -2;

bool is_static(const python::Function& function) {
  return std::any_of(function.decorators.begin(), function.decorators.end(),
                     [](const python::Expr* decorator) {
                       const auto* name = python::as<python::Name>(decorator);
                       return name != nullptr && name->id == "staticmethod";
                     });
}

}  // namespace

Evaluator::Evaluator(const ModuleTable& table, const catalog::Catalog& catalog, const Targets& targets)
    : table_(table), catalog_(catalog), targets_(targets), state_(std::make_unique<State>()) {
  for (const catalog::Api* api : catalog.apis()) collect_callable_names(*api);
}

void Evaluator::add(const Module& module) {
  by_path_.emplace(module.path(), &module);
  for (const python::AttributeBinding& binding : module.syntax.attribute_bindings()) {
    state_->attributes[&module][binding.target->name].push_back(&binding);
    state_->assigned_attributes.insert(binding.target->name);
  }
  collect_assignments(module);
  collect_callable_names(module);
}

void Evaluator::extend(const std::vector<std::unique_ptr<Module>>& modules) {
  for (const auto& module : modules) {
    // One more than it has, for what is asked with the wrong module.
    module->first_place = state_->answers.add_places(module->syntax.expr_count() + std::size_t{1});
    add(*module);
  }
  // Who calls whom is to be found anew.
  state_->callers_known = false;
  state_->callers.clear();
  state_->alive[0].clear();
  state_->alive[1].clear();
  state_->drop([](const Basis& basis) { return basis.parameters || basis.unread; });
}

Evaluator::~Evaluator() = default;

void Evaluator::set_callers(std::unordered_map<const python::Function*, std::vector<Caller>> callers) {
  state_->callers = std::move(callers);
  state_->callers_known = true;
  state_->drop([](const Basis& basis) { return basis.provisional; });
}

const std::vector<Caller>* Evaluator::callers_of(const python::Function& function) const {
  const auto found = state_->callers.find(&function);
  return found == state_->callers.end() ? nullptr : &found->second;
}

const Module* Evaluator::module_at(std::string_view path) const {
  const auto found = by_path_.find(path);
  return found == by_path_.end() ? nullptr : found->second;
}

const std::vector<catalog::ParameterSpec>& Evaluator::signature(const python::Function& function,
                                                                bool skip_first) {
  auto& known = state_->signatures[skip_first ? 1 : 0];
  const auto found = known.find(&function);
  if (found != known.end()) return found->second;
  return known.emplace(&function, signature_of(function, skip_first)).first->second;
}

std::string_view Evaluator::intern(std::string_view text) {
  if (const auto found = state_->interned.find(text); found != state_->interned.end()) return *found;
  state_->pool.emplace_back(text);
  return *state_->interned.insert(state_->pool.back()).first;
}

ValueSet Evaluator::values(const python::Expr& expr, const Module& module, const Frame* frame) {
  State& state = *state_;
  if (const ValueSet* known = state.recall(expr, module, frame); known != nullptr) return *known;
  if (state.nesting == 0) {
    state.steps = 0;
    state.out_of_steps = false;
  }
  if (state.steps >= kMaxSteps) state.run_out_of_steps();
  if (state.nesting >= kMaxNesting || state.steps >= kMaxSteps) {
    state.basis.lacks = 0;
    return ValueSet::unknown();
  }
  const Basis around = state.begin();
  ValueSet result = compute(expr, module, frame);
  state.end(around, expr, module, frame, result);
  return result;
}

ValueSet Evaluator::compute(const python::Expr& expr, const Module& module, const Frame* frame) {
  using python::ExprKind;
  const auto literal = [&](ValueKind kind) {
    return ValueSet(Value{.kind = kind, .module = &module, .expr = &expr});
  };
  switch (expr.kind) {
    case ExprKind::name:
      return name_values(static_cast<const python::Name&>(expr), module, frame);
    case ExprKind::attribute: {
      const auto& node = static_cast<const python::Attribute&>(expr);
      if (const std::optional<ValueSet> own = own_attribute(node, module, frame)) return *own;
      const ValueSet base = values(*node.value, module, frame);
      ValueSet result;
      if (base.open()) result.set_open();
      for (const Value& value : base.values()) result.add(attribute(value, node.name, frame));
      return result;
    }
    case ExprKind::call:
      return CallEvaluator(*this, module, frame).result(static_cast<const python::Call&>(expr));
    case ExprKind::string: {
      const auto& node = static_cast<const python::String&>(expr);
      if (!node.exact || node.is_bytes) return ValueSet::unknown();
      return ValueSet(Value{.kind = ValueKind::string, .text = node.value});
    }
    case ExprKind::constant: {
      const auto kind = static_cast<const python::Constant&>(expr).value;
      if (kind == python::ConstantKind::none) return ValueSet(Value{.kind = ValueKind::none});
      if (kind == python::ConstantKind::ellipsis) return ValueSet::unknown();
      return ValueSet(Value{.kind = ValueKind::boolean, .integer = kind == python::ConstantKind::true_});
    }
    case ExprKind::sequence:
      return literal(ValueKind::sequence);
    case ExprKind::dict:
      return literal(ValueKind::dict);
    case ExprKind::comprehension: {
      const bool is_dict =
          static_cast<const python::Comprehension&>(expr).comprehension == python::ComprehensionKind::dict;
      return is_dict ? ValueSet::unknown() : literal(ValueKind::sequence);
    }
    case ExprKind::lambda:
      return ValueSet(Value{.kind = ValueKind::function,
                            .module = &module,
                            .function = static_cast<const python::Lambda&>(expr).function});
    case ExprKind::subscript:
      return subscript(static_cast<const python::Subscript&>(expr), module, frame);
    case ExprKind::walrus:
      return values(*static_cast<const python::Walrus&>(expr).value, module, frame);
    case ExprKind::await:
      return values(*static_cast<const python::Await&>(expr).value, module, frame);
    default:
      return arithmetic(expr, module, frame);
  }
}

ValueSet Evaluator::name_values(const python::Name& name, const Module& module, const Frame* frame) {
  const python::Use use = module.syntax.use_of(name);
  ValueSet result;
  const std::uint32_t settled = CallEvaluator(*this, module, frame).settled_since(name, use);
  for (const python::Binding* binding : use.bindings) {
    if (binding->span.begin < settled) continue;
    if (binding->damaged) {
      result.set_open();
    } else if (alive(binding->region, module, true) != 0 &&
               CallEvaluator(*this, module, frame).comes_to(*binding)) {
      result.add(binding_values(*binding, module, frame));
    }
  }
  if (!use.bindings.empty() && !use.maybe_unbound) return result;
  for (const auto* star : use.star_imports | std::views::reverse) {
    const ValueSet found = star_values(*star, module, name.id);
    if (found.empty()) continue;
    result.add(found);
    return result;
  }
  if (use.bindings.empty()) {
    if (!use.star_imports.empty()) result.set_open();
    result.add(Value{.kind = ValueKind::external,
                     .text = name.id == "__name__" ? "__name__" : intern("builtins." + std::string(name.id)),
                     .module = &module});
  }
  return result;
}

ValueSet Evaluator::binding_values(const python::Binding& binding, const Module& module, const Frame* frame) {
  State& state = *state_;
  // A parameter of a frame is another thing in each call; everything else is one thing.
  const bool guarded = binding.kind != BindingKind::parameter || frame == nullptr;
  std::optional<Opened> opened;
  if (guarded && !opened.emplace(state, &binding)) return {};
  ValueSet result;
  switch (binding.kind) {
    case BindingKind::assignment:
      result = unpacked(values(*binding.value, module, frame), binding.unpack, 0, frame);
      break;
    case BindingKind::with_target:
      result =
          unpacked(CallEvaluator(*this, module, frame).entered(*binding.value), binding.unpack, 0, frame);
      break;
    case BindingKind::loop_target: {
      std::vector<std::int32_t> path{kAnyElement};
      path.insert(path.end(), binding.unpack.begin(), binding.unpack.end());
      result = unpacked(values(*binding.value, module, frame), path, 0, frame);
      break;
    }
    case BindingKind::parameter:
      result = parameter_values(binding, module, frame);
      break;
    case BindingKind::import:
    case BindingKind::import_from: {
      const auto known = state.imports.find(&binding);
      if (known != state.imports.end()) {
        result = known->second.values;
        state.basis.add(known->second.basis);
        break;
      }
      const Basis around = std::exchange(state.basis, {});
      result = import_values(binding, module);
      if (state.basis.lacks == Basis::kWhole)
        state.imports.emplace(&binding, Remembered{result, state.basis});
      state.basis.add(around);
      break;
    }
    case BindingKind::function:
      result.add({.kind = ValueKind::function, .module = &module, .function = binding.function});
      break;
    case BindingKind::class_:
      result.add({.kind = ValueKind::class_, .module = &module, .class_ = binding.class_});
      break;
    case BindingKind::annotation:
    case BindingKind::deletion:
      break;
    default:
      result.set_open();
  }
  return result;
}

ValueSet Evaluator::parameter_values(const python::Binding& binding, const Module& module,
                                     const Frame* frame) {
  const python::Parameter& parameter = *binding.parameter;
  const python::Function& function = *binding.performed_in->function;
  const bool is_first = !function.parameters.empty() && &function.parameters.front() == &parameter;
  if (function.class_ != nullptr && is_first && !is_static(function))
    return CallEvaluator(*this, module, frame).self_of(function);
  if (parameter.kind == python::ParameterKind::star || parameter.kind == python::ParameterKind::double_star) {
    return ValueSet::unknown();
  }
  state_->basis.parameters = true;
  const auto fallback = [&]() -> ValueSet {
    return parameter.fallback == nullptr ? ValueSet::unknown() : values(*parameter.fallback, module);
  };
  const auto passed = [&](const Frame& from, bool skip_first) {
    const BoundArgument bound = argument(*from.call, *from.module, signature(function, skip_first),
                                         parameter.name, false, from.caller);
    ValueSet result = bound.values;
    if (bound.supplied != Supplied::yes) result.add(fallback());
    if (bound.supplied == Supplied::maybe) result.set_open();
    return result;
  };
  for (const Frame* at = frame; at != nullptr; at = at->caller) {
    if (at->function == &function) return at->call == nullptr ? fallback() : passed(*at, at->skip_first);
  }
  state_->basis.provisional = state_->basis.provisional || !state_->callers_known;
  const std::vector<Caller>* callers = callers_of(function);
  ValueSet result;
  if (callers == nullptr || callers->empty()) {
    if (const auto given = CallEvaluator(*this, module, nullptr).parametrized(function, parameter.name))
      return *given;
    result = fallback();
    result.set_open();
    return result;
  }
  for (const Caller& caller : *callers) {
    result.add(passed({.function = &function, .module = caller.module, .call = caller.site->call},
                      caller.skip_first));
  }
  return result;
}

std::size_t Evaluator::work() const { return state_->asked; }

}  // namespace forklint::program
