#include "program/call_evaluator.h"

#include <algorithm>

#include "program/evaluator_state.h"
#include "program/handover.h"
#include "program/parameter_truth.h"
#include "program/returns.h"

namespace forklint::program {
namespace {

bool has_decorator(const python::Function& function, std::string_view name) {
  return std::any_of(
      function.decorators.begin(), function.decorators.end(), [&](const python::Expr* decorator) {
        const auto* plain = python::as<python::Name>(decorator);
        const auto* dotted = python::as<python::Attribute>(decorator);
        return (plain != nullptr && plain->id == name) || (dotted != nullptr && dotted->name == name);
      });
}

Value instance_of(const catalog::Api& api, const Value& made_by, const python::Call& call,
                  const Module& module) {
  return {.kind = ValueKind::instance,
          .text = api.name,
          .module = &module,
          .expr = &call,
          .api = &api,
          .method = made_by.method,
          .method_unknown = made_by.method_unknown,
          .of_context = made_by.of_context};
}

// `list(items)` has the items of another collection; what an object gives when it is run over is not known.
ValueSet collected(const ValueSet& values) {
  ValueSet result;
  if (values.open()) result.set_open();
  for (const Value& value : values.values()) {
    if (value.kind == ValueKind::instance) {
      result.set_open();
    } else {
      result.add(value);
    }
  }
  return result;
}

ValueSet as_integer(const ValueSet& values) {
  ValueSet result;
  if (values.open()) result.add(Value{.kind = ValueKind::number});
  for (const Value& value : values.values()) {
    const bool is_integer = value.kind == ValueKind::integer || value.kind == ValueKind::boolean ||
                            value.kind == ValueKind::positive_integer;
    result.add(is_integer ? value : Value{.kind = ValueKind::number});
  }
  return result;
}

}  // namespace

ValueSet CallEvaluator::result(const python::Call& call) {
  if (const std::optional<ValueSet> found = looked_up(call)) return *found;
  const ValueSet callees = values(*call.callee);
  ValueSet result;
  if (callees.open()) result.set_open();
  for (const Value& callee : callees.values()) result.add(result_of(callee, call));
  return result;
}

ValueSet CallEvaluator::result_of(const Value& callee, const python::Call& call) {
  switch (callee.kind) {
    case ValueKind::external:
      return external_result(callee, call);
    case ValueKind::class_:
      return ValueSet(Value{
          .kind = ValueKind::instance, .module = callee.module, .expr = &call, .class_ = callee.class_});
    case ValueKind::function:
      return returned({.module = callee.module, .function = callee.function}, &call);
    case ValueKind::method:
      if (callee.function != nullptr) {
        const std::unique_ptr<Construction> object = object_behind(callee);
        return returned({.module = callee.module,
                         .function = callee.function,
                         .skip_first = !has_decorator(*callee.function, "staticmethod")},
                        &call, object.get());
      }
      if (callee.api != nullptr && !callee.api->returns.empty()) return external_result(callee, call);
      return ValueSet::unknown();
    case ValueKind::partial:
      return partial_result(callee, call);
    default:
      return ValueSet::unknown();
  }
}

// The object whose method it is, where it was made in what is looked into.
std::unique_ptr<Construction> CallEvaluator::object_behind(const Value& method) {
  const auto* made = frame_ == nullptr ? nullptr : python::as<python::Call>(method.expr);
  if (made == nullptr) return nullptr;
  const Module* module = module_.syntax.site_of(*made) != nullptr ? &module_ : nullptr;
  for (const Frame* at = frame_; at != nullptr && module == nullptr; at = at->caller) {
    if (at->module->syntax.site_of(*made) != nullptr) module = at->module;
  }
  if (module == nullptr) return nullptr;
  const python::CallSite* site = module->syntax.site_of(*made);
  const Frame* around = frame_;
  while (around != nullptr && around->function != site->function) around = around->caller;
  const ValueSet classes = owner_.values(*made->callee, *module, around);
  const Value* class_ = classes.single();
  if (class_ == nullptr || class_->kind != ValueKind::class_) return nullptr;
  return owner_.construction_of(*class_, {module, site, true}, around);
}

ValueSet CallEvaluator::external_result(const Value& callee, const python::Call& call) {
  const catalog::Api* api = callee.api;
  if (api == nullptr) {
    if (owner_.catalog_.unpicklable(callee.text) != nullptr) {
      return ValueSet(
          Value{.kind = ValueKind::instance, .text = callee.text, .module = &module_, .expr = &call});
    }
    if (callee.text.starts_with("builtins.")) return builtin_result(callee.text.substr(9), call);
    if (callee.text == "functools.partial" && !call.arguments.empty()) {
      return ValueSet(Value{.kind = ValueKind::partial, .module = &module_, .expr = &call});
    }
    if (callee.text == "collections.namedtuple" || callee.text == "typing.NamedTuple") {
      return ValueSet(Value{.kind = ValueKind::external, .text = kNamedTuple, .module = &module_});
    }
    if (callee.text == "contextlib.closing" && !call.arguments.empty()) {
      return values(*call.arguments.front().value);
    }
    if (callee.text == "importlib.import_module" && call.arguments.size() == 1) {
      const ValueSet name = values(*call.arguments.front().value);
      const Value* text = name.single();
      if (text != nullptr && text->kind == ValueKind::string) return owner_.qualified(text->text, module_);
    }
    return ValueSet::unknown();
  }
  if (!api->context_family.empty()) return context_of(callee, call);
  if (api->returns == "self") {
    const auto* method = python::as<python::Attribute>(call.callee);
    return method == nullptr ? ValueSet::unknown() : values(*method->value);
  }
  if (api->returns == "argument") {
    return call.arguments.empty() ? ValueSet::unknown() : values(*call.arguments.front().value);
  }
  if (api->returns == "positive-integer") return ValueSet(Value{.kind = ValueKind::positive_integer});
  if (!api->returns.empty()) {
    const catalog::Api* made = owner_.catalog_.find(api->returns);
    if (made != nullptr) return ValueSet(instance_of(*made, callee, call, module_));
    return ValueSet(
        Value{.kind = ValueKind::instance, .text = api->returns, .module = &module_, .expr = &call});
  }
  if (api->is_class) return ValueSet(instance_of(*api, callee, call, module_));
  // Factories such as multiprocessing.Pool: what they return has no class of its own in the catalog.
  const bool is_object = api->creates != catalog::Creates::nothing || !api->primitive_family.empty() ||
                         owner_.catalog_.unpicklable(api->name) != nullptr;
  return is_object ? ValueSet(instance_of(*api, callee, call, module_)) : ValueSet::unknown();
}

ValueSet CallEvaluator::context_of(const Value& callee, const python::Call& call) {
  const std::string_view family =
      callee.of_context ? callee.api->context_family : owner_.catalog_.family_of(callee.text);
  const Value base{.kind = ValueKind::context,
                   .text = family.empty() ? callee.api->context_family : family,
                   .module = &module_,
                   .expr = &call};
  if (const std::optional<StartMethod> fixed = method_of_context_class(*callee.api)) {
    Value context = base;
    context.method = fixed;
    return ValueSet(context);
  }
  const std::vector<catalog::ParameterSpec> signature(callee.api->parameters.begin(),
                                                      callee.api->parameters.end());
  const BoundArgument method = argument(call, signature, "method", false);
  ValueSet result;
  if (method.supplied != Supplied::yes) result.add(base);
  // A parameter with a default, in a function that nobody here calls: the default is what is known of it.
  bool unknown = method.values.open() && method.values.values().empty();
  for (const Value& value : method.values.values()) {
    Value context = base;
    if (value.kind == ValueKind::string) {
      context.method = start_method_named(value.text);
      if (!context.method) continue;
      result.add(context);
    } else if (value.kind == ValueKind::none) {
      result.add(context);
    } else {
      unknown = true;
    }
  }
  if (unknown) {
    Value context = base;
    context.method_unknown = true;
    result.add(context);
  }
  return result;
}

ValueSet CallEvaluator::partial_result(const Value& partial, const python::Call&) {
  // The arguments of the partial and of the call belong together; what the function returns without
  // knowing them is still right, only less exact.
  // `f = partial(f, x)` gives a partial of a partial of ...
  const Evaluator::Opened opened(*owner_.state_, partial.expr);
  if (!opened) return ValueSet::unknown();
  const auto& made = static_cast<const python::Call&>(*partial.expr);
  const ValueSet inner = owner_.values(*made.arguments.front().value, *partial.module, frame_);
  ValueSet result;
  if (inner.open()) result.set_open();
  for (const Value& callee : inner.values()) {
    if (callee.kind == ValueKind::function) {
      result.add(returned({.module = callee.module, .function = callee.function}, nullptr));
    } else {
      result.add(CallEvaluator(owner_, *partial.module, frame_).result_of(callee, made));
    }
  }
  return result;
}

ValueSet CallEvaluator::builtin_result(std::string_view name, const python::Call& call) {
  const auto first = [&]() -> const python::Expr* {
    return call.arguments.empty() || call.arguments.front().kind != python::ArgumentKind::positional
               ? nullptr
               : call.arguments.front().value;
  };
  if (name == "dict") return ValueSet(Value{.kind = ValueKind::dict, .module = &module_, .expr = &call});
  if (name == "list" || name == "set" || name == "tuple") {
    if (first() != nullptr) return collected(values(*first()));
    return ValueSet(Value{.kind = ValueKind::sequence, .module = &module_, .expr = &call});
  }
  if (name == "int" && first() != nullptr) return as_integer(values(*first()));
  if (name == "super") {
    const python::CallSite* site = module_.syntax.site_of(call);
    const python::Function* method = site == nullptr ? nullptr : site->function;
    if (method == nullptr || method->class_ == nullptr) return ValueSet::unknown();
    return ValueSet(Value{.kind = ValueKind::super_, .module = &module_, .class_ = method->class_});
  }
  if (name == "getattr" && call.arguments.size() >= 2) {
    const ValueSet attribute_name = values(*call.arguments[1].value);
    const Value* text = attribute_name.single();
    if (text == nullptr || text->kind != ValueKind::string) return ValueSet::unknown();
    ValueSet result;
    const ValueSet object = values(*call.arguments[0].value);
    if (object.open()) result.set_open();
    for (const Value& value : object.values()) result.add(owner_.attribute(value, text->text, frame_));
    if (call.arguments.size() > 2) result.add(values(*call.arguments[2].value));
    return result;
  }
  if (name == "len" && first() != nullptr) {
    // The processors that this process may use: at least one.
    const auto* inner = python::as<python::Call>(first());
    if (inner == nullptr) return ValueSet::unknown();
    for (const Value& callee : values(*inner->callee).values()) {
      if (external_name(callee) == "os.sched_getaffinity")
        return ValueSet(Value{.kind = ValueKind::positive_integer});
    }
  }
  if (name == "max" || name == "min") return extreme(name == "max", call);
  return ValueSet::unknown();
}

ValueSet CallEvaluator::extreme(bool greatest, const python::Call& call) {
  std::size_t positive = 0;
  for (const python::Argument& argument : call.arguments) {
    const ValueSet operand = values(*argument.value);
    positive += !operand.values().empty() && !operand.open() &&
                std::all_of(operand.values().begin(), operand.values().end(), [](const Value& value) {
                  return value.kind == ValueKind::positive_integer ||
                         (value.kind == ValueKind::integer && value.integer > 0);
                });
  }
  const bool sure = greatest ? positive > 0 : positive > 0 && positive == call.arguments.size();
  return sure ? ValueSet(Value{.kind = ValueKind::positive_integer}) : ValueSet::unknown();
}

ValueSet CallEvaluator::returned(const Evaluator::Target& target, const python::Call* call,
                                 const Construction* object) {
  Evaluator::State& state = *owner_.state_;
  const unsigned depth = frame_ == nullptr ? 0 : frame_->depth;
  if (depth >= kMaxCallDepth) state.basis.parameters = true;
  if (depth >= kMaxCallDepth || target.function->is_generator) return ValueSet::unknown();
  if (state.is_exhausting(*target.function)) return ValueSet::unknown();
  const Evaluator::Opened opened(state, target.function);
  if (!opened) return ValueSet::unknown();
  const Frame frame{.function = target.function,
                    .module = &module_,
                    .call = call,
                    .caller = frame_,
                    .skip_first = target.skip_first,
                    .depth = depth + 1,
                    .number = state.frame_number(target.function, call, frame_, object),
                    .object = object};
  ValueSet result;
  if (target.function->expression != nullptr) {
    result = owner_.values(*target.function->expression, *target.module, &frame);
  } else {
    bool any = false;
    const auto verdict = [&](const python::Expr& test) {
      return owner_.targets_.verdict(owner_.truth(test, *target.module, false));
    };
    for_each_return(target.function->body, verdict, [&](const python::Expr* value) {
      any = true;
      if (value == nullptr) {
        result.add(Value{.kind = ValueKind::none});
      } else {
        result.add(owner_.values(*value, *target.module, &frame));
      }
    });
    if (!any) result.add(Value{.kind = ValueKind::none});
  }
  if (!result.values().empty()) return result;
  const ValueSet by_annotation = declared(target, call);
  return by_annotation.values().empty() ? result : by_annotation;
}

// What the annotation says of a result of which the code shows nothing: an instance of a class of the
// catalog.
ValueSet CallEvaluator::declared(const Evaluator::Target& target, const python::Call* call) {
  if (target.function->returns == nullptr || target.function->is_async) return ValueSet::unknown();
  const ValueSet types = owner_.values(*target.function->returns, *target.module);
  const Value* type = types.single();
  const bool is_known = type != nullptr && type->kind == ValueKind::external && type->api != nullptr &&
                        type->api->is_class && !type->of_context;
  if (!is_known) return ValueSet::unknown();
  ValueSet result(Value{.kind = ValueKind::instance,
                        .text = type->api->name,
                        .module = &module_,
                        .expr = call,
                        .api = type->api});
  result.set_open();
  return result;
}

ValueSet CallEvaluator::yielded(const Value& function) {
  ValueSet result;
  const Frame frame{.function = function.function,
                    .module = &module_,
                    .caller = frame_,
                    .depth = 1,
                    .number = owner_.state_->frame_number(function.function, nullptr, frame_)};
  for_each_yield(function.function->body, [&](const python::Expr& value) {
    result.add(owner_.values(value, *function.module, &frame));
  });
  return result.empty() ? ValueSet::unknown() : result;
}

ValueSet CallEvaluator::entered(const python::Expr& context) {
  ValueSet result;
  if (const auto* call = python::as<python::Call>(&context); call != nullptr) {
    for (const Value& callee : values(*call->callee).values()) {
      if (callee.function != nullptr && is_context_manager(*callee.function)) return yielded(callee);
    }
  }
  const ValueSet plain = values(context);
  if (plain.open()) result.set_open();
  for (const Value& value : plain.values()) {
    const Module* found_in = nullptr;
    const python::Function* enter =
        value.kind == ValueKind::instance && value.class_ != nullptr
            ? owner_.method_of(*value.module, *value.class_, "__enter__", &found_in)
            : nullptr;
    if (enter == nullptr) {
      result.add(value);
      continue;
    }
    const ValueSet given = returned({.module = found_in, .function = enter, .skip_first = true}, nullptr);
    for (Value inner : given.values()) {
      // `return self`: the very instance that was entered.
      if (inner.kind == ValueKind::instance && inner.class_ == value.class_) inner = value;
      result.add(inner);
    }
    if (given.open()) result.set_open();
  }
  return result;
}

// Whether the arguments of the call that is looked into let the program come to where a name is bound.
bool CallEvaluator::comes_to(const python::Binding& binding) {
  const python::Function* function = frame_of(binding);
  if (function == nullptr) {
    // Asked without a call, the answer is not that of a call which is known.
    if (is_by_parameters(binding)) owner_.state_->basis.parameters = true;
    return true;
  }
  for (const python::Region* region = binding.region; region != nullptr; region = region->outer) {
    if (takes(*region, *function) == false) return false;
  }
  return true;
}

// Whether the name is bound in a branch that parameters of the function decide.
bool CallEvaluator::is_by_parameters(const python::Binding& binding) const {
  const python::Function* function =
      binding.performed_in == nullptr ? nullptr : binding.performed_in->function;
  if (function == nullptr || binding.region == nullptr) return false;
  const auto [known, is_new] = owner_.state_->by_parameters.try_emplace(binding.region, false);
  for (const python::Region* region = binding.region; is_new && region != nullptr; region = region->outer) {
    const bool is_branch =
        region->kind == python::RegionKind::if_true || region->kind == python::RegionKind::if_false;
    known->second = known->second || (is_branch && region->test != nullptr &&
                                      names_parameter(*region->test, module_, *function));
  }
  return known->second;
}

std::uint32_t CallEvaluator::settled_since(const python::Name& name, const python::Use& use) {
  std::uint32_t since = 0;
  if (frame_ == nullptr || use.bindings.size() < 2) return since;
  for (const python::Binding* binding : use.bindings) {
    const python::Function* function = frame_of(*binding);
    bool surely = function != nullptr && binding->region != nullptr && binding->span.end <= name.span.begin &&
                  binding->kind == python::BindingKind::assignment;
    for (const python::Region* region = binding->region; surely && region != nullptr; region = region->outer)
      surely = takes(*region, *function) == true;
    if (surely) since = std::max(since, binding->span.begin);
  }
  return since;
}

// The function that binds, if it is one of those whose arguments are known.
const python::Function* CallEvaluator::frame_of(const python::Binding& binding) const {
  const python::Function* function =
      binding.performed_in == nullptr ? nullptr : binding.performed_in->function;
  for (const Frame* at = frame_; function != nullptr && at != nullptr; at = at->caller) {
    if (at->function == function) return function;
  }
  return nullptr;
}

// Whether a branch is taken, where the arguments of the call decide it.
std::optional<bool> CallEvaluator::takes(const python::Region& region, const python::Function& function) {
  const bool if_true = region.kind == python::RegionKind::if_true;
  if (region.test == nullptr || (!if_true && region.kind != python::RegionKind::if_false))
    return std::nullopt;
  if (!names_parameter(*region.test, module_, function)) return std::nullopt;
  // A test that asks for the very name says nothing of it.
  const Evaluator::Opened opened(*owner_.state_, region.test);
  const auto decided = opened ? ParameterTruth(owner_, module_, *frame_).of(*region.test) : std::nullopt;
  return decided ? std::optional(*decided == if_true) : std::nullopt;
}

ValueSet CallEvaluator::self_of(const python::Function& method) {
  if (has_decorator(method, "classmethod") || method.name == "__new__" ||
      method.name == "__init_subclass__") {
    return ValueSet(Value{.kind = ValueKind::class_, .module = &module_, .class_ = method.class_});
  }
  return ValueSet(Value{.kind = ValueKind::instance, .module = &module_, .class_ = method.class_});
}

}  // namespace forklint::program
