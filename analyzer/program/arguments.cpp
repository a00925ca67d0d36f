// Which argument of a call fills which parameter: positions, keywords, *args and **kwargs that are known.
#include <algorithm>

#include "program/call_evaluator.h"
#include "program/evaluator.h"
#include "program/evaluator_state.h"
#include "program/returns.h"

namespace forklint::program {
namespace {

using catalog::ParameterSpec;
using catalog::ParameterStyle;
using python::ArgumentKind;

// Position of a parameter among those that positional arguments fill; -1 when only a keyword can.
int position_of(const std::vector<ParameterSpec>& signature, std::string_view parameter) {
  int position = 0;
  for (const ParameterSpec& spec : signature) {
    if (spec.style == ParameterStyle::star || spec.style == ParameterStyle::keyword_only) break;
    if (spec.name == parameter) return position;
    ++position;
  }
  return -1;
}

ParameterStyle style_of(python::ParameterKind kind) {
  switch (kind) {
    case python::ParameterKind::positional_only:
      return ParameterStyle::positional_only;
    case python::ParameterKind::positional_or_keyword:
      return ParameterStyle::positional_or_keyword;
    case python::ParameterKind::star:
      return ParameterStyle::star;
    case python::ParameterKind::keyword_only:
      return ParameterStyle::keyword_only;
    case python::ParameterKind::double_star:
      return ParameterStyle::double_star;
  }
  return ParameterStyle::positional_or_keyword;
}

void join(BoundArgument& into, const BoundArgument& other) {
  into.values.add(other.values);
  into.named = into.named || other.named;
  if (other.supplied == Supplied::no) return;
  if (into.supplied == Supplied::no || other.supplied == Supplied::yes) into.supplied = other.supplied;
}

}  // namespace

std::vector<ParameterSpec> signature_of(const python::Function& function, bool skip_first) {
  std::vector<ParameterSpec> signature;
  for (const python::Parameter& parameter : function.parameters) {
    signature.push_back({.name = parameter.name, .style = style_of(parameter.kind)});
  }
  if (skip_first && !signature.empty()) signature.erase(signature.begin());
  return signature;
}

BoundArgument Evaluator::argument(const python::Call& call, const Module& module,
                                  const std::vector<ParameterSpec>& signature, std::string_view parameter,
                                  bool skip_first, const Frame* frame) {
  return CallEvaluator(*this, module, frame).argument(call, signature, parameter, skip_first);
}

Frame Evaluator::frame_of(const python::Function& function, const Caller& caller, const Frame* outer) {
  return {.function = &function,
          .module = caller.module,
          .call = caller.site->call,
          .caller = outer,
          .skip_first = caller.skip_first,
          .depth = outer == nullptr ? 1 : outer->depth + 1,
          .number = state_->frame_number(&function, caller.site->call, outer)};
}

BoundArgument CallEvaluator::argument(const python::Call& call, const std::vector<ParameterSpec>& signature,
                                      std::string_view parameter, bool skip_first) {
  const int wanted = position_of(signature, parameter);
  int position = skip_first ? -1 : 0;
  bool positions_known = true;
  BoundArgument result;
  for (const python::Argument& written : call.arguments) {
    switch (written.kind) {
      case ArgumentKind::keyword:
        if (written.name == parameter) return {Supplied::yes, &written, values(*written.value), true};
        break;
      case ArgumentKind::positional:
        if (positions_known && position == wanted)
          return {Supplied::yes, &written, values(*written.value), true};
        ++position;
        break;
      case ArgumentKind::star: {
        const ValueSet all = values(*written.value);
        const Value* known = all.single();
        const auto* sequence = known != nullptr && known->kind == ValueKind::sequence
                                   ? python::as<python::Sequence>(known->expr)
                                   : nullptr;
        if (const auto handed = sequence == nullptr ? handed_on(*written.value) : std::nullopt; handed) {
          for (const Position& item : *handed) {
            if (position++ == wanted)
              return {Supplied::yes, nullptr, owner_.values(*item.expr, *item.module, item.frame), true};
          }
          break;
        }
        if (sequence == nullptr) {
          positions_known = false;
          if (wanted >= position) join(result, {Supplied::maybe, nullptr, ValueSet::unknown()});
          break;
        }
        for (const python::Expr* item : sequence->items) {
          if (position++ == wanted) {
            return {Supplied::yes, nullptr, owner_.values(*item, *known->module, frame_), true};
          }
        }
        break;
      }
      case ArgumentKind::double_star:
        join(result, forwarded(*written.value, parameter));
        break;
    }
  }
  return result;
}

// What *args is in the call that is looked into: the positions beyond the named parameters.
std::optional<std::vector<CallEvaluator::Position>> CallEvaluator::handed_on(const python::Expr& starred) {
  const auto* name = python::as<python::Name>(&starred);
  const python::Use use = name == nullptr ? python::Use{} : module_.syntax.use_of(*name);
  const python::Binding* binding = use.bindings.size() == 1 ? use.bindings.front() : nullptr;
  if (binding == nullptr || binding->kind != python::BindingKind::parameter ||
      binding->parameter->kind != python::ParameterKind::star) {
    return std::nullopt;
  }
  owner_.state_->basis.parameters = true;
  const python::Function& function = *binding->performed_in->function;
  const Frame* at = frame_;
  while (at != nullptr && at->function != &function) at = at->caller;
  if (at == nullptr || at->call == nullptr) return std::nullopt;
  std::size_t named = 0;
  while (&function.parameters[named] != binding->parameter) ++named;
  if (at->skip_first && named > 0) --named;
  std::vector<Position> positions;
  for (const python::Argument& argument : at->call->arguments) {
    if (argument.kind == ArgumentKind::positional)
      positions.push_back({argument.value, at->module, at->caller});
    if (argument.kind != ArgumentKind::star) continue;
    const auto inner = CallEvaluator(owner_, *at->module, at->caller).handed_on(*argument.value);
    if (!inner) return std::nullopt;
    positions.insert(positions.end(), inner->begin(), inner->end());
  }
  positions.erase(positions.begin(),
                  positions.begin() + static_cast<std::ptrdiff_t>(std::min(named, positions.size())));
  return positions;
}

BoundArgument CallEvaluator::forwarded(const python::Expr& unpacked, std::string_view parameter) {
  const auto* name = python::as<python::Name>(&unpacked);
  const python::Use use = name == nullptr ? python::Use{} : module_.syntax.use_of(*name);
  const python::Binding* binding = use.bindings.size() == 1 ? use.bindings.front() : nullptr;
  const bool is_parameter = binding != nullptr && binding->kind == python::BindingKind::parameter;
  if (is_parameter && binding->parameter->kind == python::ParameterKind::double_star) {
    return passed_on(*binding->performed_in->function, parameter);
  }
  BoundArgument result;
  const ValueSet dicts = values(unpacked);
  if (dicts.open()) join(result, {Supplied::maybe, nullptr, ValueSet::unknown()});
  const bool certain = dicts.single() != nullptr;
  for (const Value& dict : dicts.values()) {
    BoundArgument found = dict.kind == ValueKind::dict
                              ? CallEvaluator(owner_, *dict.module, frame_).entry(dict, parameter)
                              : BoundArgument{Supplied::maybe, nullptr, ValueSet::unknown()};
    if (!certain && found.supplied == Supplied::yes) found.supplied = Supplied::maybe;
    join(result, found);
  }
  if (name != nullptr) join(result, added_later(*name, parameter));
  return result;
}

// **kwargs of a function of the project: what its callers hand over beyond its named parameters.
BoundArgument CallEvaluator::passed_on(const python::Function& function, std::string_view parameter) {
  Evaluator::State& state = *owner_.state_;
  state.basis.parameters = true;
  for (const Frame* at = frame_; at != nullptr; at = at->caller) {
    if (at->function != &function) continue;
    if (at->call == nullptr) return {Supplied::maybe, nullptr, ValueSet::unknown()};
    return owner_.argument(*at->call, *at->module, owner_.signature(function, at->skip_first), parameter,
                           false, at->caller);
  }
  state.basis.provisional = state.basis.provisional || !state.callers_known;
  const std::vector<Caller>* callers = owner_.callers_of(function);
  if (callers == nullptr || callers->empty()) return {Supplied::maybe, nullptr, ValueSet::unknown()};
  const Evaluator::Opened opened(state, &function.parameters);
  if (!opened) return {};
  BoundArgument result;
  bool always = true;
  for (const Caller& caller : *callers) {
    BoundArgument given = owner_.argument(*caller.site->call, *caller.module,
                                          owner_.signature(function, caller.skip_first), parameter);
    always = always && given.supplied == Supplied::yes;
    given.written = nullptr;
    join(result, given);
  }
  if (!always && result.supplied == Supplied::yes) result.supplied = Supplied::maybe;
  return result;
}

BoundArgument CallEvaluator::entry(const Value& dict, std::string_view key) {
  BoundArgument result;
  if (const auto* call = python::as<python::Call>(dict.expr)) {
    // dict(a=1, **more): the keywords are the entries; a positional mapping is not looked into.
    result = argument(*call, {}, key, false);
    const bool from_mapping =
        !call->arguments.empty() && call->arguments.front().kind == ArgumentKind::positional;
    if (result.supplied == Supplied::no && from_mapping)
      return {Supplied::maybe, nullptr, ValueSet::unknown()};
    result.written = nullptr;
    return result;
  }
  const auto* literal = python::as<python::Dict>(dict.expr);
  if (literal == nullptr) return {Supplied::maybe, nullptr, ValueSet::unknown()};
  for (const python::DictEntry& each : literal->entries) {
    if (each.key == nullptr) {
      join(result, forwarded(*each.value, key));
      continue;
    }
    const auto* text = python::as<python::String>(each.key);
    if (text != nullptr && text->exact && text->value == key) {
      result = {Supplied::yes, nullptr, values(*each.value), true};
    } else if (text == nullptr) {
      join(result, {Supplied::maybe, nullptr, ValueSet::unknown()});
    }
  }
  return result;
}

// kwargs["key"] = value and kwargs.update(...) in the same function (or module) as the use of `kwargs`.
BoundArgument CallEvaluator::added_later(const python::Name& dict, std::string_view key) {
  const python::Scope* scope = module_.syntax.scope_of(dict);
  while (scope != nullptr && scope->kind == python::ScopeKind::comprehension) scope = scope->parent;
  if (scope == nullptr) return {};
  const python::Block body = scope->function != nullptr ? scope->function->body
                             : scope->class_ != nullptr ? scope->class_->body
                                                        : module_.syntax.body();
  BoundArgument result;
  const auto is_dict = [&](const python::Expr* expr) {
    const auto* name = python::as<python::Name>(expr);
    return name != nullptr && name->id == dict.id;
  };
  for_each_statement(body, [&](const python::Stmt& stmt) {
    if (const auto* assign = python::as<python::Assign>(&stmt)) {
      for (const python::Expr* target : assign->targets) {
        const auto* item = python::as<python::Subscript>(target);
        if (item == nullptr || !is_dict(item->value) || item->indices.size() != 1) continue;
        const auto* text = python::as<python::String>(item->indices.front());
        if (text != nullptr && text->value == key) {
          join(result, {Supplied::maybe, nullptr, values(*assign->value), true});
        }
      }
    }
    const auto* expression = python::as<python::ExpressionStmt>(&stmt);
    const auto* call = expression == nullptr ? nullptr : python::as<python::Call>(expression->value);
    const auto* method = call == nullptr ? nullptr : python::as<python::Attribute>(call->callee);
    if (method == nullptr || !is_dict(method->value)) return;
    if (method->name == "update") join(result, updated_with(*call, key));
    if (method->name == "setdefault" && call->arguments.size() == 2) {
      const auto* text = python::as<python::String>(call->arguments[0].value);
      if (text != nullptr && text->value == key) {
        join(result, {Supplied::maybe, nullptr, values(*call->arguments[1].value), true});
      }
    }
  });
  return result;
}

BoundArgument CallEvaluator::updated_with(const python::Call& update, std::string_view key) {
  BoundArgument result;
  for (const python::Argument& argument : update.arguments) {
    if (argument.kind == ArgumentKind::keyword) {
      if (argument.name == key) join(result, {Supplied::maybe, nullptr, values(*argument.value), true});
      continue;
    }
    BoundArgument found = forwarded(*argument.value, key);
    if (found.supplied == Supplied::yes) found.supplied = Supplied::maybe;
    join(result, found);
  }
  return result;
}

}  // namespace forklint::program
