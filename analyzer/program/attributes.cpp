// Attribute access: modules, classes and their bases, instances, contexts, and what lies outside the project.
#include <algorithm>

#include "program/call_evaluator.h"
#include "program/evaluator.h"
#include "program/evaluator_state.h"
#include "python/methods.h"

namespace forklint::program {
namespace {

constexpr unsigned kMaxBases = 12;
// The class of what argparse gives.
constexpr std::string_view kParsedArguments = "argparse.Namespace";

}  // namespace

bool is_property(const python::Function& function) {
  return std::any_of(
      function.decorators.begin(), function.decorators.end(), [](const python::Expr* decorator) {
        const auto* name = python::as<python::Name>(decorator);
        const auto* attribute = python::as<python::Attribute>(decorator);
        return (name != nullptr && (name->id == "property" || name->id == "cached_property")) ||
               (attribute != nullptr && attribute->name == "cached_property");
      });
}

ValueSet Evaluator::attribute(const Value& value, std::string_view name, const Frame* frame) {
  switch (value.kind) {
    case ValueKind::none:
      return {};  // raises
    case ValueKind::external: {
      if (value.api != nullptr && value.api->is_class && name == "__init__") {
        Value constructor = value;
        constructor.member = "__init__";
        return ValueSet(constructor);
      }
      if (value.of_context) return ValueSet::unknown();
      return qualified(std::string(value.text) + "." + std::string(name), *value.module);
    }
    case ValueKind::module: {
      // A record of the catalog describes the public name, wherever the project keeps its definition.
      const std::string full = std::string(value.text) + "." + std::string(name);
      if (catalog_.find(full) != nullptr) return qualified(full, *value.module);
      if (ValueSet found = member_of(*value.module, name); !found.empty()) return found;
      return qualified(full, *value.module);
    }
    case ValueKind::class_:
      return class_attribute(*value.module, *value.class_, name, false, 0);
    case ValueKind::instance:
      if (value.text == kParsedArguments)
        return CallEvaluator(*this, *value.module, frame).parsed_argument(value, name);
      if (value.class_ == nullptr) {
        Value method{.kind = ValueKind::method,
                     .text = value.text,
                     .module = value.module,
                     .expr = value.expr,
                     .api = catalog_.find(std::string(value.text) + "." + std::string(name)),
                     .member = name};
        method.method = value.method;
        method.method_unknown = value.method_unknown;
        method.of_context = value.of_context;
        method.member = intern(name);
        return ValueSet(method);
      }
      return CallEvaluator(*this, *value.module, frame).instance_attribute(value, name);
    case ValueKind::context: {
      const ValueSet members = qualified(std::string(value.text) + "." + std::string(name), *value.module);
      ValueSet result;
      for (Value member : members.values()) {
        member.of_context = true;
        member.expr = value.expr;
        member.method = value.method;
        member.method_unknown = value.method_unknown;
        result.add(member);
      }
      return result;
    }
    case ValueKind::super_: {
      const ValueSet found = inherited_attribute(*value.module, *value.class_, name, true, 0);
      return found.empty() ? ValueSet::unknown() : found;
    }
    default:
      return ValueSet::unknown();
  }
}

ValueSet Evaluator::class_attribute(const Module& module, const python::Class& class_, std::string_view name,
                                    bool on_instance, unsigned depth) {
  ValueSet result;
  const auto found = class_.scope->names.find(name);
  if (found != class_.scope->names.end()) {
    for (const python::Binding* binding : found->second) {
      if (binding->kind == python::BindingKind::function && on_instance) {
        result.add({.kind = ValueKind::method,
                    .module = &module,
                    .function = binding->function,
                    .class_ = &class_,
                    .member = binding->function->name});
      } else if (alive(binding->region, module, false) != 0) {
        result.add(binding_values(*binding, module, nullptr));
      }
    }
  }
  return result.empty() ? inherited_attribute(module, class_, name, on_instance, depth) : result;
}

// What the bases have under this name. Classes can be each other's bases in broken or merged projects.
ValueSet Evaluator::inherited_attribute(const Module& module, const python::Class& class_,
                                        std::string_view name, bool on_instance, unsigned depth) {
  if (depth > kMaxBases) return ValueSet::unknown();
  ValueSet result;
  for (const python::Argument& argument : class_.arguments) {
    if (argument.kind != python::ArgumentKind::positional) continue;
    const ValueSet bases = values(*argument.value, module);
    if (bases.open()) result.set_open();
    for (const Value& base : bases.values()) {
      if (base.kind == ValueKind::class_ && base.class_ != &class_) {
        result.add(class_attribute(*base.module, *base.class_, name, on_instance, depth + 1));
      } else if (base.kind == ValueKind::external && base.api != nullptr) {
        // A method without a record of its own has that of its class.
        const catalog::Api* own = catalog_.find(std::string(base.api->name) + "." + std::string(name));
        result.add(name == "__init__" || !on_instance ? attribute(base, name, nullptr)
                                                      : ValueSet(Value{.kind = ValueKind::method,
                                                                       .text = base.api->name,
                                                                       .module = &module,
                                                                       .class_ = &class_,
                                                                       .api = own != nullptr ? own : base.api,
                                                                       .member = intern(name)}));
      }
    }
    if (!result.values().empty()) break;
  }
  return result;
}

// What the methods of the class (or of its bases) assign to self.<name>.
ValueSet Evaluator::self_attribute(const Module& module, const python::Class& class_, std::string_view name,
                                   unsigned depth) {
  ValueSet result;
  const auto of_module = state_->attributes.find(&module);
  if (of_module != state_->attributes.end()) {
    const auto found = of_module->second.find(name);
    if (found != of_module->second.end()) {
      for (const python::AttributeBinding* binding : found->second) {
        const python::Function* method = binding->function;
        if (method == nullptr || method->class_ != &class_ || binding->value == nullptr ||
            !python::is_self(*binding->target->value, *method))
          continue;
        if (alive(binding->region, module, true) == 0) continue;
        const Opened opened(*state_, binding);
        if (!opened) continue;
        const ValueSet whole = binding->kind == python::BindingKind::with_target
                                   ? CallEvaluator(*this, module, nullptr).entered(*binding->value)
                                   : values(*binding->value, module);
        result.add(unpacked(whole, binding->unpack, 0, nullptr));
      }
    }
  }
  if (!result.empty() || depth > kMaxBases) return result;
  for (const python::Argument& argument : class_.arguments) {
    if (argument.kind != python::ArgumentKind::positional) continue;
    for (const Value& base : values(*argument.value, module).values()) {
      if (base.kind != ValueKind::class_ || base.class_ == &class_) continue;
      result.add(self_attribute(*base.module, *base.class_, name, depth + 1));
    }
  }
  return result;
}

ValueSet CallEvaluator::instance_attribute(const Value& instance, std::string_view name) {
  ValueSet result = owner_.self_attribute(*instance.module, *instance.class_, name, 0);
  const ValueSet declared = owner_.class_attribute(*instance.module, *instance.class_, name, true, 0);
  for (Value value : declared.values()) {
    if (value.kind == ValueKind::method && value.function != nullptr && is_property(*value.function)) {
      result.add(returned({.module = value.module, .function = value.function, .skip_first = true}, nullptr));
      continue;
    }
    if (value.kind == ValueKind::method) value.expr = instance.expr;
    result.add(value);
  }
  if (result.values().empty()) result.set_open();
  return result;
}

const python::Function* Evaluator::method_of(const Module& module, const python::Class& class_,
                                             std::string_view name, const Module** found_in) {
  for (const Value& value : class_attribute(module, class_, name, true, 0).values()) {
    if (value.kind != ValueKind::method || value.function == nullptr) continue;
    if (found_in != nullptr) *found_in = value.module;
    return value.function;
  }
  return nullptr;
}

std::vector<Evaluator::ClassOfModule> Evaluator::line_of(const Module& module, const python::Class& class_) {
  std::vector<ClassOfModule> line{{&module, &class_}};
  std::size_t looked_at = 0;
  for (; looked_at < line.size() && looked_at < kMaxBases; ++looked_at) {
    const auto [where, each] = line[looked_at];
    for (const python::Argument& argument : each->arguments) {
      if (argument.kind != python::ArgumentKind::positional) continue;
      for (const Value& base : values(*argument.value, *where).values()) {
        if (base.kind == ValueKind::class_) line.emplace_back(base.module, base.class_);
      }
    }
  }
  line.resize(looked_at);
  return line;
}

std::vector<const python::Class*> Evaluator::lineage(const Module& module, const python::Class& class_) {
  std::vector<const python::Class*> classes;
  for (const auto& [where, each] : line_of(module, class_)) classes.push_back(each);
  return classes;
}

bool Evaluator::knows_bases(const Module& module, const python::Class& class_) {
  const std::vector<ClassOfModule> line = line_of(module, class_);
  return line.size() < kMaxBases &&
         std::all_of(
             line.begin(), line.end(),
             [&](const ClassOfModule& each) {
               return std::all_of(each.second->arguments.begin(), each.second->arguments.end(),
                                  [&](const python::Argument& base) {
                                    if (base.kind == python::ArgumentKind::keyword) return true;
                                    const ValueSet values = this->values(*base.value, *each.first);
                                    return values.single() != nullptr &&
                                           (values.single()->kind == ValueKind::class_ ||
                                            values.single()->kind == ValueKind::external);
                                  });
             });
}

std::optional<Value> Evaluator::external_base(const Module& module, const python::Class& class_) {
  std::vector<std::pair<const Module*, const python::Class*>> open{{&module, &class_}};
  for (std::size_t i = 0; i < open.size() && i < kMaxBases; ++i) {
    for (const python::Argument& argument : open[i].second->arguments) {
      if (argument.kind != python::ArgumentKind::positional) continue;
      for (const Value& base : values(*argument.value, *open[i].first).values()) {
        if (base.kind == ValueKind::external && base.api != nullptr && base.api->is_class) return base;
        if (base.kind == ValueKind::class_) open.emplace_back(base.module, base.class_);
      }
    }
  }
  return std::nullopt;
}

}  // namespace forklint::program
