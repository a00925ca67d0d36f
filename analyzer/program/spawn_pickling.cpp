#include "program/spawn_pickling.h"

#include <fmt/format.h>

#include <algorithm>

#include "program/spawn_names.h"
#include "python/visit.h"

namespace forklint::program {
namespace {

using python::ExprKind;

constexpr unsigned kMaxDepth = 8;

// They keep what they are given, and are pickled with it.
constexpr std::string_view kHolders[] = {
    "functools.partial",
    "collections.defaultdict",
    "torchvision.transforms.Compose",
    "torchvision.transforms.Lambda",
    "torchvision.transforms.v2.Compose",
    "torchvision.transforms.v2.Lambda",
};

bool is_holder(const Value& callee) {
  return std::find(std::begin(kHolders), std::end(kHolders), external_name(callee)) != std::end(kHolders);
}

// The name of an imported module, whatever it is: `json`, `numpy as np`.
bool is_imported_module(const python::Expr& expr, const Module& module) {
  const auto* name = python::as<python::Name>(&expr);
  if (name == nullptr) return false;
  const python::Use use = module.syntax.use_of(*name);
  return use.bindings.size() == 1 && use.bindings.front()->kind == python::BindingKind::import;
}

std::string not_found_by_name(const std::string& name) {
  return fmt::format("AttributeError: Can't pickle local object '{}'", name);
}

// Of a notebook, whose code runs as a module without a file.
std::string not_in_main(std::string_view name) {
  return fmt::format("AttributeError: Can't get attribute '{}' on <module '__main__' (built-in)>", name);
}

}  // namespace

// What is looked at while it lives is there on some ways only.
class Pickling::Doubt {
 public:
  Doubt(Pickling& owner, bool doubtful) : owner_(owner), before_(owner.certain_) {
    owner_.certain_ = owner_.certain_ && !doubtful;
  }
  ~Doubt() { owner_.certain_ = before_; }
  Doubt(const Doubt&) = delete;
  Doubt& operator=(const Doubt&) = delete;

 private:
  Pickling& owner_;
  bool before_;
};

void Pickling::add_doubtful(const python::Expr& expr, const Module& module, bool doubtful) {
  const Doubt doubt(*this, doubtful);
  add(expr, module);
}

void Pickling::add(const python::Expr& expr, const Module& module) {
  if (expr.damaged || depth_ >= kMaxDepth) {
    all_known_ = false;
    return;
  }
  ++depth_;
  switch (expr.kind) {
    case ExprKind::string:
    case ExprKind::number:
    case ExprKind::constant:
    case ExprKind::unary:
    case ExprKind::binary:
    case ExprKind::compare:
      break;
    case ExprKind::conditional: {
      const auto& node = static_cast<const python::Conditional&>(expr);
      add_doubtful(*node.body, module, true);
      add_doubtful(*node.orelse, module, true);
      break;
    }
    case ExprKind::bool_op: {
      const auto& node = static_cast<const python::BoolOp&>(expr);
      add_doubtful(*node.left, module, true);
      add_doubtful(*node.right, module, true);
      break;
    }
    case ExprKind::sequence:
      for (const python::Expr* item : static_cast<const python::Sequence&>(expr).items) add(*item, module);
      break;
    case ExprKind::dict:
      for (const python::DictEntry& entry : static_cast<const python::Dict&>(expr).entries)
        add(*entry.value, module);
      break;
    case ExprKind::comprehension:
      add_comprehension(static_cast<const python::Comprehension&>(expr), module);
      break;
    case ExprKind::call:
      add_call(static_cast<const python::Call&>(expr), module);
      break;
    default:
      resolve(expr, module);
  }
  --depth_;
}

void Pickling::add_comprehension(const python::Comprehension& expr, const Module& module) {
  if (expr.comprehension == python::ComprehensionKind::generator) {
    note({.cause = ObstacleCause::generator,
          .module = &module,
          .span = expr.span,
          .what = "a generator",
          .error = "TypeError: cannot pickle 'generator' object"});
    return;
  }
  add(expr.value == nullptr ? *expr.element : *expr.value, module);
}

void Pickling::resolve(const python::Expr& expr, const Module& module) {
  if (is_imported_module(expr, module)) {
    note({.cause = ObstacleCause::module,
          .module = &module,
          .span = expr.span,
          .what = "a module",
          .error = "TypeError: cannot pickle 'module' object"});
    return;
  }
  const ValueSet values = evaluator_.values(expr, module);
  if (values.open() && values.values().empty()) {
    add_definition(expr, module);
    return;
  }
  all_known_ = all_known_ && !values.open();
  const Doubt doubt(*this, values.single() == nullptr);
  for (const Value& value : values.values()) add(value, expr, module);
}

// What the parameter is given by its callers, of which each may be another way.
bool Pickling::add_given(const python::Expr& expr, const Module& module) {
  const auto* name = python::as<python::Name>(&expr);
  if (name == nullptr) return false;
  const python::Use use = module.syntax.use_of(*name);
  const python::Scope* scope = module.syntax.scope_of(*name);
  if (use.bindings.size() != 1 || use.bindings.front()->kind != python::BindingKind::parameter ||
      scope == nullptr || scope->function == nullptr || !seen_.insert(use.bindings.front()).second)
    return false;
  const std::vector<Caller>* callers = evaluator_.callers_of(*scope->function);
  if (callers == nullptr || callers->empty()) return false;
  const Doubt doubt(*this, callers->size() > 1);
  for (const Caller& caller : *callers) {
    const auto signature = signature_of(*scope->function, caller.skip_first);
    const BoundArgument given = evaluator_.argument(*caller.site->call, *caller.module, signature, name->id);
    if (given.written == nullptr) {
      all_known_ = all_known_ && given.supplied == Supplied::no;
    } else {
      add(*given.written->value, *caller.module);
    }
  }
  return true;
}

// Calls of which no value is known may still show what they make: a generator.
void Pickling::add_definition(const python::Expr& expr, const Module& module) {
  if (add_given(expr, module)) return;
  const Evaluator::Definition made = evaluator_.definition_of(expr, module);
  const bool is_call = made.value != nullptr && made.value != &expr && made.value->kind == ExprKind::call;
  if (!is_call || !seen_.insert(made.value).second) {
    all_known_ = false;
    return;
  }
  add(*made.value, *made.module);
}

void Pickling::add_call(const python::Call& call, const Module& module) {
  const ValueSet callees = evaluator_.values(*call.callee, module);
  const Value* callee = callees.single();
  if (callee != nullptr && is_holder(*callee)) {
    add_arguments(call, module);
    return;
  }
  const bool is_function = callee != nullptr && callee->function != nullptr &&
                           (callee->kind == ValueKind::function || callee->kind == ValueKind::method);
  if (is_function && callee->function->decorators.empty()) {
    const python::Function& function = *callee->function;
    if (function.is_generator || function.is_async) {
      const bool is_generator = function.is_generator && !function.is_async;
      note({.cause = is_generator ? ObstacleCause::generator : ObstacleCause::coroutine,
            .module = &module,
            .span = call.span,
            .what = is_generator ? "a generator" : "a coroutine",
            .error = is_generator ? "TypeError: cannot pickle 'generator' object"
                                  : "TypeError: cannot pickle 'coroutine' object"});
      return;
    }
  }
  const ValueSet values = evaluator_.values(call, module);
  all_known_ = all_known_ && !values.open();
  const Doubt doubt(*this, values.single() == nullptr);
  for (const Value& value : values.values()) add(value, call, module);
}

void Pickling::add_arguments(const python::Call& call, const Module& module) {
  for (const python::Argument& argument : call.arguments) {
    const bool unpacks =
        argument.kind == python::ArgumentKind::star || argument.kind == python::ArgumentKind::double_star;
    if (unpacks) {
      all_known_ = false;
    } else {
      add(*argument.value, module);
    }
  }
}

void Pickling::add(const Value& value, const python::Expr& expr, const Module& module) {
  switch (value.kind) {
    case ValueKind::sequence:
    case ValueKind::dict:
      if (value.expr == nullptr || value.expr == &expr || value.expr->kind == ExprKind::call) return;
      if (seen_.insert(value.expr).second) add(*value.expr, *value.module);
      return;
    case ValueKind::external:
      add_external(value.text, expr, module);
      return;
    case ValueKind::module:
      note({.cause = ObstacleCause::module,
            .module = &module,
            .span = expr.span,
            .what = "a module",
            .error = "TypeError: cannot pickle 'module' object"});
      return;
    case ValueKind::function:
      add_function(value);
      return;
    case ValueKind::method:
      add_method(value);
      return;
    case ValueKind::class_:
      add_nested_class(*value.class_, *value.module);
      return;
    case ValueKind::instance:
      if (value.class_ != nullptr) {
        add_instance(*value.class_, *value.module);
      } else if (value.api != nullptr && !value.api->primitive_family.empty()) {
        note({.cause = ObstacleCause::default_primitive,
              .module = value.module,
              .span = value.expr == nullptr ? expr.span : value.expr->span,
              .primitive = value.expr});
      } else {
        add_external(value.text, value.expr == nullptr ? expr : *value.expr,
                     value.expr == nullptr ? module : *value.module);
      }
      return;
    case ValueKind::partial:
      if (seen_.insert(value.expr).second)
        add_arguments(static_cast<const python::Call&>(*value.expr), *value.module);
      return;
    case ValueKind::super_:
      all_known_ = false;
      return;
    default:
      return;
  }
}

void Pickling::add_external(std::string_view name, const python::Expr& expr, const Module& module) {
  const catalog::Unpicklable* known = catalog_.unpicklable(name);
  if (known == nullptr) {
    all_known_ = all_known_ && name.starts_with("builtins.");
    return;
  }
  // The name itself is a class or function, and those go by their name; but for streams and the like.
  const bool is_made = expr.kind == ExprKind::call;
  const bool is_stream = name.starts_with("sys.std") || name.starts_with("sys.__std");
  if (!is_made && !is_stream) return;
  note({.cause = ObstacleCause::held_value,
        .module = &module,
        .span = expr.span,
        .what = std::string(known->what),
        .error = std::string(known->error)});
}

void Pickling::add_function(const Value& value) {
  const python::Function& function = *value.function;
  PickledPart part{.module = value.module, .function = &function};
  part.span = function.name.empty() ? function.span : function.name_span;
  const std::string name = qualified_name(function);
  if (function.name.empty()) {
    part.cause = ObstacleCause::lambda;
    part.what = "a lambda";
    part.error = is_nested(function) ? not_found_by_name(name)
                                     : "_pickle.PicklingError: Can't pickle <function <lambda>>: attribute "
                                       "lookup <lambda> on its module failed";
    note(std::move(part));
  } else if (is_nested(function)) {
    part.cause = ObstacleCause::nested_function;
    part.what = fmt::format("the nested function '{}'", function.name);
    part.error = not_found_by_name(name);
    bool certain = true;
    const bool is_hidden = wrapper_without_name(evaluator_, function, *value.module, certain) != nullptr;
    part.keeps_name = !is_hidden && certain;
    note(std::move(part));
  } else if (value.module->syntax.source().notebook() != nullptr) {
    part.cause = ObstacleCause::of_notebook;
    part.what = fmt::format("the function '{}' of a notebook", function.name);
    part.error = not_in_main(function.name);
    note(std::move(part));
  } else if (is_bound_under_main_guard_only(*value.module, function.name)) {
    part.cause = ObstacleCause::guarded_definition;
    part.what = fmt::format("the function '{}', which is defined under the main guard", function.name);
    part.error = fmt::format("AttributeError: Can't get attribute '{}' on <module '__mp_main__'>", name);
    note(std::move(part));
  } else {
    add_decorated(value);
  }
}

void Pickling::add_decorated(const Value& value) {
  if (value.function->decorators.empty()) return;
  bool certain = true;
  const python::Function* wrapper = wrapper_without_name(evaluator_, *value.function, *value.module, certain);
  if (wrapper == nullptr) {
    all_known_ = all_known_ && certain;
    return;
  }
  const Doubt doubt(*this, !certain);
  note({.cause = ObstacleCause::nested_function,
        .module = value.module,
        .span = value.function->name_span,
        .what =
            fmt::format("'{}' in the wrapper of a decorator without functools.wraps", value.function->name),
        .error = value.kind == ValueKind::method
                     ? fmt::format("AttributeError: '{}' object has no attribute '{}'", value.class_->name,
                                   wrapper->name)
                     : not_found_by_name(qualified_name(*wrapper)),
        .function = value.function});
}

void Pickling::add_method(const Value& value) {
  if (value.function == nullptr || value.class_ == nullptr) {
    // `queue.put`: the method goes with its object.
    const catalog::Unpicklable* known = value.expr == nullptr ? nullptr : catalog_.unpicklable(value.text);
    if (known == nullptr) {
      all_known_ = false;
      return;
    }
    add_external(value.text, *value.expr, *value.module);
    return;
  }
  const std::string_view name = value.function->name;
  if (name.starts_with("__") && !name.ends_with("__")) {
    note({.cause = ObstacleCause::private_method,
          .module = value.module,
          .span = value.function->name_span,
          .what = fmt::format("the method '{}', whose name is mangled", name),
          .error = fmt::format("AttributeError: '{}' object has no attribute '{}'", value.class_->name, name),
          .function = value.function});
  }
  add_decorated(value);
  add_instance(*value.class_, *value.module);
}

bool Pickling::add_nested_class(const python::Class& class_, const Module& module) {
  if (!is_nested(class_) && module.syntax.source().notebook() != nullptr) {
    note({.cause = ObstacleCause::of_notebook,
          .module = &module,
          .span = class_.name_span,
          .what = fmt::format("the class '{}' of a notebook", class_.name),
          .error = not_in_main(class_.name),
          .class_ = &class_});
    return true;
  }
  if (!is_nested(class_)) return false;
  note({.cause = ObstacleCause::nested_class,
        .module = &module,
        .span = class_.name_span,
        .what = fmt::format("the class '{}', which is defined in a function", class_.name),
        .error = not_found_by_name(qualified_name(class_)),
        .class_ = &class_});
  return true;
}

void Pickling::note(PickledPart part) {
  part.certain = certain_;
  part.attribute = attribute_;
  parts_.push_back(std::move(part));
}

}  // namespace forklint::program
