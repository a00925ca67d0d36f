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

}  // namespace

void BoundArgument::join(const BoundArgument& other) {
  values.add(other.values);
  named = named || other.named;
  if (other.supplied == Supplied::no) return;
  if (supplied == Supplied::no || other.supplied == Supplied::yes) supplied = other.supplied;
}

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
  BoundArgument bound = CallEvaluator(*this, module, frame).argument(call, signature, parameter, skip_first);
  bound.module = &module;
  return bound;
}

Frame Evaluator::frame_of(const python::Function& function, const Caller& caller, const Frame* outer,
                          const Construction* object) {
  return {.function = &function,
          .module = caller.module,
          .call = caller.site->call,
          .caller = outer,
          .skip_first = caller.skip_first,
          .depth = outer == nullptr ? 1 : outer->depth + 1,
          .number = state_->frame_number(&function, caller.site->call, outer, object),
          .object = object};
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
          if (wanted >= position) result.join({Supplied::maybe, nullptr, ValueSet::unknown()});
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
        result.join(forwarded(*written.value, parameter));
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
  const python::Function* function = name == nullptr ? nullptr : collected_by(*name);
  BoundArgument result =
      function != nullptr ? passed_on(*function, parameter) : unpacked_entry(unpacked, parameter);
  if (name != nullptr) add_later_entries(*name, parameter, result);
  return result;
}

// The function whose **kwargs this name is; null for any other name.
const python::Function* CallEvaluator::collected_by(const python::Name& name) const {
  const python::Use use = module_.syntax.use_of(name);
  const python::Binding* binding = use.bindings.size() == 1 ? use.bindings.front() : nullptr;
  const bool is_collected = binding != nullptr && binding->kind == python::BindingKind::parameter &&
                            binding->parameter->kind == python::ParameterKind::double_star;
  return is_collected ? binding->performed_in->function : nullptr;
}

BoundArgument CallEvaluator::unpacked_entry(const python::Expr& unpacked, std::string_view key) {
  BoundArgument result;
  const ValueSet dicts = values(unpacked);
  if (dicts.open()) result.join({Supplied::maybe, nullptr, ValueSet::unknown()});
  const bool certain = dicts.single() != nullptr;
  for (const Value& dict : dicts.values()) {
    BoundArgument found = dict.kind == ValueKind::dict
                              ? CallEvaluator(owner_, *dict.module, frame_).entry(dict, key)
                              : BoundArgument{Supplied::maybe, nullptr, ValueSet::unknown()};
    if (!certain && found.supplied == Supplied::yes) found.supplied = Supplied::maybe;
    result.join(found);
  }
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
    result.join(given);
  }
  if (!always && result.supplied == Supplied::yes) result.supplied = Supplied::maybe;
  return result;
}

}  // namespace forklint::program
