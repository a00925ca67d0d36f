// What an object keeps of what its constructor was given: `self.reader` is None where the call that made the
// object passes none.
#include <algorithm>

#include "program/call_evaluator.h"
#include "program/evaluator.h"
#include "program/evaluator_state.h"
#include "program/handover.h"
#include "program/parameter_truth.h"
#include "python/methods.h"

namespace forklint::program {
namespace {

constexpr std::string_view kConstructor = "__init__";
// How many constructors may call each other by super().
constexpr std::size_t kMaxConstructors = 6;

bool is_of_class(const python::Function& function) {
  return std::any_of(function.decorators.begin(), function.decorators.end(),
                     [](const python::Expr* decorator) {
                       const auto* name = python::as<python::Name>(decorator);
                       return name != nullptr && (name->id == "classmethod" || name->id == "staticmethod");
                     });
}

// `setattr(self, name, value)`, `self.__dict__.update(values)`
bool assigns_any(const python::Call& call, const python::Function& method) {
  const auto* name = python::as<python::Name>(call.callee);
  if (name != nullptr) {
    return name->id == "setattr" && !call.arguments.empty() &&
           python::is_self(*call.arguments.front().value, method);
  }
  const auto* update = python::as<python::Attribute>(call.callee);
  const auto* all = update == nullptr ? nullptr : python::as<python::Attribute>(update->value);
  return all != nullptr && update->name == "update" && all->name == "__dict__" &&
         python::is_self(*all->value, method);
}

bool calls_base_constructor(const python::Call& call) {
  const auto* callee = python::as<python::Attribute>(call.callee);
  return callee != nullptr && callee->name == kConstructor && python::is_super(*callee->value);
}

// Whether the class of the method declares it, which another class below it may do otherwise.
bool is_declared(const python::Name& self, std::string_view attribute, const Module& module) {
  const python::Use use = module.syntax.use_of(self);
  const python::Binding* binding = use.bindings.size() == 1 ? use.bindings.front() : nullptr;
  if (binding == nullptr || binding->parameter == nullptr) return false;
  const python::Function& method = *binding->performed_in->function;
  if (method.class_ == nullptr || binding->parameter != &method.parameters.front()) return false;
  const auto found = method.class_->scope->names.find(attribute);
  return found != method.class_->scope->names.end() &&
         std::any_of(found->second.begin(), found->second.end(), [](const python::Binding* each) {
           return each->kind == python::BindingKind::assignment ||
                  (each->function != nullptr && is_property(*each->function));
         });
}

bool decides(const python::Region& region) {
  return region.test != nullptr &&
         (region.kind == python::RegionKind::if_true || region.kind == python::RegionKind::if_false);
}

}  // namespace

std::string_view asked_of_self(const python::Call& call) {
  const auto* callee = python::as<python::Name>(call.callee);
  if (callee == nullptr || callee->id != "getattr" || call.arguments.size() < 2) return {};
  const auto* name = python::as<python::String>(call.arguments[1].value);
  return name != nullptr && name->exact ? name->value : std::string_view{};
}

void Evaluator::collect_assignments(const Module& module) {
  for (const python::AttributeBinding& binding : module.syntax.attribute_bindings()) {
    const python::Function* method = binding.function;
    const bool is_own =
        method != nullptr && method->class_ != nullptr && python::is_self(*binding.target->value, *method);
    if (!is_own) state_->assigned_from_outside.insert(binding.target->name);
  }
  for (const python::CallSite& call : module.syntax.calls()) {
    const python::Function* method = call.function;
    if (method != nullptr && method->class_ != nullptr && assigns_any(*call.call, *method))
      state_->assigning_any.insert(method->class_);
  }
}

std::unique_ptr<Construction> Evaluator::construction_of(const Value& class_, const Caller& caller,
                                                         const Frame* outer) {
  const Module* module = nullptr;
  const python::Function* constructor = method_of(*class_.module, *class_.class_, kConstructor, &module);
  if (constructor == nullptr) return nullptr;
  auto object = std::make_unique<Construction>(Construction{class_.module, class_.class_, {}});
  Caller at{caller.module, caller.site, true};
  while (constructor != nullptr && object->constructors.size() < kMaxConstructors) {
    auto& frames = object->constructors;
    frames.push_back(std::make_unique<Frame>(frame_of(*constructor, at, outer)));
    frames.back()->object = object.get();
    at = {module, call_of_base_constructor(*module, *constructor), true};
    if (at.site == nullptr) break;
    outer = frames.back().get();
    const ValueSet callees = values(*at.site->call->callee, *module);
    const Value* base = callees.single();
    const bool is_known = base != nullptr && base->kind == ValueKind::method;
    constructor = is_known ? base->function : nullptr;
    module = is_known ? base->module : nullptr;
  }
  return object;
}

const python::CallSite* Evaluator::call_of_base_constructor(const Module& module,
                                                            const python::Function& constructor) {
  const auto [known, is_new] = state_->base_constructors.try_emplace(&constructor, nullptr);
  if (!is_new) return known->second;
  std::size_t count = 0;
  for (const python::CallSite& call : module.syntax.calls()) {
    if (call.function != &constructor || !calls_base_constructor(*call.call)) continue;
    ++count;
    known->second = &call;
  }
  if (count != 1) known->second = nullptr;
  return known->second;
}

// The object of the method whose first parameter the expression names.
const Construction* Evaluator::object_of(const python::Expr& self, const Module& module,
                                         const Frame* frame) const {
  const auto* name = python::as<python::Name>(&self);
  if (name == nullptr) return nullptr;
  for (const Frame* at = frame; at != nullptr; at = at->caller) {
    const python::Function* method = at->object == nullptr ? nullptr : at->function;
    if (method == nullptr || method->class_ == nullptr || !python::is_self(self, *method)) continue;
    const python::Use use = module.syntax.use_of(*name);
    const bool is_first = use.bindings.size() == 1 &&
                          use.bindings.front()->parameter == &method->parameters.front() &&
                          use.bindings.front()->performed_in->function == method;
    if (is_first && !is_of_class(*method)) return at->object;
  }
  return nullptr;
}

std::optional<ValueSet> Evaluator::own_attribute(const python::Attribute& expr, const Module& module,
                                                 const Frame* frame) {
  const Construction* object = object_of(*expr.value, module, frame);
  if (object == nullptr) {
    // Asked without an object, the answer is not that of an object which is known.
    if (depends_on_construction(expr, module)) state_->basis.parameters = true;
    return std::nullopt;
  }
  std::optional<ValueSet> kept = kept_by(*object, expr.name);
  if (!kept) kept = declared_by(*object, expr.name, frame);
  if (kept) state_->basis.parameters = true;
  return kept;
}

// `getattr(self, "reader", None)`
std::optional<ValueSet> Evaluator::own_attribute(const python::Call& call, const Module& module,
                                                 const Frame* frame) {
  const auto name = asked_of_self(call);
  const Construction* object =
      name.empty() ? nullptr : object_of(*call.arguments.front().value, module, frame);
  std::optional<ValueSet> kept = object == nullptr ? std::nullopt : kept_by(*object, name);
  if (!kept) return std::nullopt;
  state_->basis.parameters = true;
  if (kept->empty() && call.arguments.size() == 3) return values(*call.arguments.back().value, module, frame);
  return kept;
}

std::optional<ValueSet> Evaluator::kept_by(const Construction& object, std::string_view name) {
  if (state_->assigned_from_outside.contains(name)) return std::nullopt;
  ValueSet result;
  bool is_settled = false;
  bool any = false;
  for (const auto& [module, class_] : line_of(*object.module, *object.class_)) {
    if (state_->assigning_any.contains(class_)) return std::nullopt;
    const auto of_module = state_->attributes.find(module);
    if (of_module == state_->attributes.end()) continue;
    const auto found = of_module->second.find(name);
    if (found == of_module->second.end()) continue;
    for (const python::AttributeBinding* binding : found->second) {
      const python::Function& method = *binding->function;
      if (method.class_ != class_) continue;
      any = true;
      const auto constructor = std::find_if(object.constructors.begin(), object.constructors.end(),
                                            [&](const auto& each) { return each->function == &method; });
      const Frame* frame = constructor == object.constructors.end() ? nullptr : constructor->get();
      if (alive(binding->region, *module, true) == 0) continue;
      if (frame != nullptr && !is_taken(binding->region, *module, *frame)) continue;
      is_settled = is_settled || (frame != nullptr && binding->region == nullptr);
      const Opened opened(*state_, binding);
      const bool is_plain = binding->kind == python::BindingKind::assignment && binding->value != nullptr;
      result.add(opened && is_plain
                     ? unpacked(values(*binding->value, *module, frame), binding->unpack, 0, frame)
                     : ValueSet::unknown());
    }
  }
  if (!any) return std::nullopt;
  if (is_settled) return result;
  const ValueSet declared = class_attribute(*object.module, *object.class_, name, true, 0);
  for (const Value& value : declared.values()) {
    if (value.kind == ValueKind::method) return std::nullopt;
  }
  result.add(declared);
  return result;
}

// What the class of the object says of it, where no method assigns it: `device = "cpu"`, a property.
std::optional<ValueSet> Evaluator::declared_by(const Construction& object, std::string_view name,
                                               const Frame* frame) {
  if (state_->assigned_from_outside.contains(name)) return std::nullopt;
  ValueSet declared = class_attribute(*object.module, *object.class_, name, true, 0);
  if (declared.open() || declared.empty()) return std::nullopt;
  const bool any_method = std::any_of(declared.values().begin(), declared.values().end(),
                                      [](const Value& value) { return value.kind == ValueKind::method; });
  if (!any_method) return declared;
  const Value* property = declared.single();
  if (property == nullptr || property->function == nullptr || !is_property(*property->function))
    return std::nullopt;
  const Target target{.module = property->module, .function = property->function, .skip_first = true};
  return CallEvaluator(*this, *property->module, frame).returned(target, nullptr, &object);
}

// Whether what the constructor was given lets it come there.
bool Evaluator::is_taken(const python::Region* region, const Module& module, const Frame& constructor) {
  for (; region != nullptr; region = region->outer) {
    if (!decides(*region)) continue;
    const Opened opened(*state_, region->test);
    const auto decided = opened ? ParameterTruth(*this, module, constructor).of(*region->test) : std::nullopt;
    if (decided && *decided != (region->kind == python::RegionKind::if_true)) return false;
  }
  return true;
}

// Whether the constructor assigns it in a branch that its parameters decide: what is assigned says that by
// itself.
bool Evaluator::depends_on_construction(const python::Attribute& expr, const Module& module) {
  const auto* name = python::as<python::Name>(expr.value);
  if (name == nullptr) return false;
  if (is_declared(*name, expr.name, module)) return true;
  const auto of_module = state_->attributes.find(&module);
  if (of_module == state_->attributes.end()) return false;
  const auto found = of_module->second.find(expr.name);
  if (found == of_module->second.end()) return false;
  return std::any_of(
      found->second.begin(), found->second.end(), [&](const python::AttributeBinding* binding) {
        const python::Function* method = binding->function;
        if (method == nullptr || method->class_ == nullptr || method->name != kConstructor) return false;
        for (const python::Region* region = binding->region; region != nullptr; region = region->outer) {
          if (decides(*region) && names_parameter(*region->test, module, *method)) return true;
        }
        return false;
      });
}

}  // namespace forklint::program
