// What a command line can give: `args.start_method`, where argparse was told the choices.
#include <algorithm>

#include "program/call_evaluator.h"
#include "program/evaluator_state.h"

namespace forklint::program {
namespace {

const python::Expr* named(const python::Call& call, std::string_view name) {
  for (const python::Argument& argument : call.arguments) {
    if (argument.name == name) return argument.value;
  }
  return nullptr;
}

// The attribute under which the argument is stored: `--start-method` as `start_method`.
std::string stored_as(const python::Call& call) {
  if (const auto* dest = python::as<python::String>(named(call, "dest"))) return std::string(dest->value);
  std::string_view chosen;
  for (const python::Argument& argument : call.arguments) {
    const auto* option = python::as<python::String>(argument.value);
    if (argument.kind != python::ArgumentKind::positional || option == nullptr) continue;
    const bool is_first_long = option->value.starts_with("--") && !chosen.starts_with("--");
    if (chosen.empty() || is_first_long) chosen = option->value;
  }
  std::string name(chosen.substr(std::min(chosen.find_first_not_of('-'), chosen.size())));
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

bool is_optional(const python::Call& call) {
  if (call.arguments.empty()) return true;
  const auto* option = python::as<python::String>(call.arguments.front().value);
  return option == nullptr || option->value.starts_with('-');
}

}  // namespace

const std::vector<const python::Call*>& CallEvaluator::declarations_in(const Module& module) {
  const auto [found, is_new] = owner_.state_->declarations.try_emplace(&module);
  if (!is_new) return found->second;
  for (const python::CallSite& site : module.syntax.calls()) {
    const auto* method = python::as<python::Attribute>(site.call->callee);
    if (method != nullptr && (method->name == "add_argument" || method->name == "set_defaults"))
      found->second.push_back(site.call);
  }
  return found->second;
}

// One declaration of the argument; open where it is not known what it lets through.
ValueSet CallEvaluator::let_through(const python::Call& declaration, const Module& module) {
  const python::Expr* choices = named(declaration, "choices");
  if (choices == nullptr || named(declaration, "nargs") != nullptr || named(declaration, "action") != nullptr)
    return ValueSet::unknown();
  const ValueSet listed = owner_.values(*choices, module);
  const Value* list = listed.single();
  const auto* items = list == nullptr || list->kind != ValueKind::sequence
                          ? nullptr
                          : python::as<python::Sequence>(list->expr);
  if (items == nullptr) return ValueSet::unknown();
  ValueSet result;
  for (const python::Expr* item : items->items) result.add(owner_.values(*item, *list->module));
  if (const python::Expr* fallback = named(declaration, "default")) {
    result.add(owner_.values(*fallback, module));
  } else if (is_optional(declaration)) {
    result.add(Value{.kind = ValueKind::none});
  }
  return result;
}

ValueSet CallEvaluator::parsed_argument(const Value& arguments, std::string_view name) {
  const auto& parse = static_cast<const python::Call&>(*arguments.expr);
  const auto* method = python::as<python::Attribute>(parse.callee);
  // Who assigns it later may do so anywhere.
  if (method == nullptr || owner_.state_->assigned_attributes.contains(name)) return ValueSet::unknown();
  const ValueSet parsers = owner_.values(*method->value, *arguments.module, frame_);
  if (parsers.open()) return ValueSet::unknown();
  ValueSet result;
  for (const Value& parser : parsers.values()) {
    if (parser.kind != ValueKind::instance || parser.expr == nullptr) return ValueSet::unknown();
    std::vector<const Module*> modules{parser.module};
    if (arguments.module != parser.module) modules.push_back(arguments.module);
    for (const Module* module : modules) {
      for (const python::Call* declaration : declarations_in(*module)) {
        const auto* callee = static_cast<const python::Attribute*>(declaration->callee);
        const bool is_argument = callee->name == "add_argument";
        if (is_argument ? stored_as(*declaration) != name : named(*declaration, name) == nullptr) continue;
        const ValueSet owners = owner_.values(*callee->value, *module);
        const bool is_its = std::any_of(owners.values().begin(), owners.values().end(),
                                        [&](const Value& owner) { return owner.expr == parser.expr; });
        if (is_its) result.add(is_argument ? let_through(*declaration, *module) : ValueSet::unknown());
      }
    }
  }
  // Which of them a run gets is not known: that matters where one is fork.
  const bool may_fork = std::any_of(result.values().begin(), result.values().end(), [](const Value& value) {
    return value.kind == ValueKind::string && value.text == "fork";
  });
  return result.empty() || may_fork ? ValueSet::unknown() : result;
}

}  // namespace forklint::program
