// What a dict has under a constant key: where it is made, and what is put into it before it is read.
#include <functional>

#include "program/call_evaluator.h"
#include "program/evaluator_state.h"
#include "program/parameter_truth.h"
#include "program/returns.h"

namespace forklint::program {
namespace {

using python::ArgumentKind;

// How sure it is that a statement has run when the dict is read.
enum class Happens : std::uint8_t { maybe, surely };

using Decide = std::function<std::optional<bool>(const python::Expr&)>;
using Visit = std::function<void(const python::Stmt&, Happens)>;

void visit_block(python::Block block, Happens around, const Decide& decide, const Visit& visit);

// Branches that these arguments do not take are left out.
void visit_branches(const python::If& choice, Happens around, const Decide& decide, const Visit& visit) {
  for (const python::Branch& branch : choice.branches) {
    const std::optional<bool> decided = decide(*branch.test);
    if (decided == false) continue;
    if (!decided) around = Happens::maybe;
    visit_block(branch.body, around, decide, visit);
    if (decided == true) return;
  }
  visit_block(choice.orelse, around, decide, visit);
}

void visit_block(python::Block block, Happens around, const Decide& decide, const Visit& visit) {
  for (const python::Stmt* stmt : block) {
    visit(*stmt, around);
    if (const auto* choice = python::as<python::If>(stmt)) {
      visit_branches(*choice, around, decide, visit);
    } else if (const auto* with = python::as<python::With>(stmt)) {
      visit_block(with->body, around, decide, visit);
    } else if (const auto* attempt = python::as<python::Try>(stmt)) {
      visit_block(attempt->body, Happens::maybe, decide, visit);
      for (const python::Handler& handler : attempt->handlers)
        visit_block(handler.body, Happens::maybe, decide, visit);
      visit_block(attempt->orelse, Happens::maybe, decide, visit);
      visit_block(attempt->finally, around, decide, visit);
    } else {
      for_each_nested_block_of(
          *stmt, [&](python::Block inner) { visit_block(inner, Happens::maybe, decide, visit); });
    }
  }
}

bool is_text(const python::Expr& expr, std::string_view text) {
  const auto* string = python::as<python::String>(&expr);
  return string != nullptr && string->exact && string->value == text;
}

// `dict["key"] = value`; null for any other target.
const python::Expr* dict_assigned(const python::Expr& target, std::string_view key) {
  const auto* item = python::as<python::Subscript>(&target);
  const bool is_entry = item != nullptr && item->indices.size() == 1 && is_text(*item->indices.front(), key);
  return is_entry ? item->value : nullptr;
}

}  // namespace

struct CallEvaluator::Addition {
  enum class Kind : std::uint8_t { assigned, by_default, updated };
  Kind kind = Kind::assigned;
  BoundArgument given;
  bool surely = false;  // whenever the dict is read
};

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
      result.join(forwarded(*each.value, key));
      continue;
    }
    const auto* text = python::as<python::String>(each.key);
    if (text != nullptr && text->exact && text->value == key) {
      result = {Supplied::yes, nullptr, values(*each.value), true};
    } else if (text == nullptr) {
      result.join({Supplied::maybe, nullptr, ValueSet::unknown()});
    }
  }
  return result;
}

// kwargs["key"] = value, kwargs.setdefault(...) and kwargs.update(...) in the same function (or module) as
// the use of `kwargs`.
void CallEvaluator::add_later_entries(const python::Name& dict, std::string_view key, BoundArgument& result) {
  const python::Scope* scope = module_.syntax.scope_of(dict);
  while (scope != nullptr && scope->kind == python::ScopeKind::comprehension) scope = scope->parent;
  if (scope == nullptr) return;
  const python::Block body = scope->function != nullptr ? scope->function->body
                             : scope->class_ != nullptr ? scope->class_->body
                                                        : module_.syntax.body();
  const auto is_dict = [&](const python::Expr* expr) {
    const auto* name = python::as<python::Name>(expr);
    return name != nullptr && name->id == dict.id;
  };
  const auto decide = [&](const python::Expr& test) -> std::optional<bool> {
    // A test that asks for the very entry it guards says nothing here.
    const Evaluator::Opened opened(*owner_.state_, &test);
    return opened && frame_ != nullptr ? ParameterTruth(owner_, module_, *frame_).of(test) : std::nullopt;
  };
  visit_block(body, Happens::surely, decide, [&](const python::Stmt& stmt, Happens happens) {
    Addition addition{.surely = happens == Happens::surely && stmt.span.end <= dict.span.begin};
    if (const auto* assign = python::as<python::Assign>(&stmt)) {
      for (const python::Expr* target : assign->targets) {
        if (!is_dict(dict_assigned(*target, key))) continue;
        addition.given = {Supplied::yes, nullptr, values(*assign->value), true};
        apply(addition, result);
      }
      return;
    }
    const auto* expression = python::as<python::ExpressionStmt>(&stmt);
    const auto* call = expression == nullptr ? nullptr : python::as<python::Call>(expression->value);
    const auto* method = call == nullptr ? nullptr : python::as<python::Attribute>(call->callee);
    if (method == nullptr || !is_dict(method->value)) return;
    if (method->name == "update") {
      addition.kind = Addition::Kind::updated;
      addition.given = updated_with(*call, key);
      apply(addition, result);
    } else if (method->name == "setdefault" && call->arguments.size() == 2 &&
               is_text(*call->arguments[0].value, key)) {
      addition.kind = Addition::Kind::by_default;
      addition.given = {Supplied::yes, nullptr, values(*call->arguments[1].value), true};
      apply(addition, result);
    }
  });
}

void CallEvaluator::apply(const Addition& addition, BoundArgument& result) {
  BoundArgument given = addition.given;
  if (addition.kind == Addition::Kind::by_default && result.supplied == Supplied::yes) return;
  if (addition.kind == Addition::Kind::assigned && addition.surely) {
    result = given;
    return;
  }
  const bool is_settled = addition.kind == Addition::Kind::by_default && addition.surely;
  if (given.supplied == Supplied::yes && !is_settled) given.supplied = Supplied::maybe;
  result.join(given);
}

BoundArgument CallEvaluator::updated_with(const python::Call& update, std::string_view key) {
  BoundArgument result;
  for (const python::Argument& argument : update.arguments) {
    if (argument.kind == ArgumentKind::keyword) {
      if (argument.name == key) result.join({Supplied::maybe, nullptr, values(*argument.value), true});
      continue;
    }
    BoundArgument found = forwarded(*argument.value, key);
    if (found.supplied == Supplied::yes) found.supplied = Supplied::maybe;
    result.join(found);
  }
  return result;
}

std::optional<ValueSet> CallEvaluator::looked_up(const python::Call& call) {
  const auto* method = python::as<python::Attribute>(call.callee);
  if (method == nullptr || (method->name != "get" && method->name != "pop")) return std::nullopt;
  const auto* dict = python::as<python::Name>(method->value);
  if (dict == nullptr || collected_by(*dict) == nullptr) return std::nullopt;
  if (call.arguments.empty() || call.arguments.size() > 2) return std::nullopt;
  const auto* key = python::as<python::String>(call.arguments.front().value);
  if (key == nullptr || !key->exact) return std::nullopt;
  const BoundArgument found = forwarded(*dict, key->value);
  ValueSet result = found.values;
  if (found.supplied == Supplied::maybe) result.set_open();
  if (found.supplied == Supplied::yes) return result;
  if (call.arguments.size() == 2) {
    result.add(values(*call.arguments[1].value));
  } else {
    result.add(Value{.kind = ValueKind::none});
  }
  return result;
}

}  // namespace forklint::program
