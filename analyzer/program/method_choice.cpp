#include "program/method_choice.h"

#include <algorithm>

#include "program/none_replaced.h"

namespace forklint::program {
namespace {

using catalog::Test;

std::vector<catalog::ParameterSpec> signature(const Site& site) {
  return {site.api->parameters.begin(), site.api->parameters.end()};
}

// The default value of a parameter as the catalog writes it: "0", "None", "True", "'auto'".
ValueSet default_of(const Site& site, std::string_view parameter) {
  for (const catalog::ParameterSpec& spec : site.api->parameters) {
    if (spec.name != parameter || spec.fallback.empty()) continue;
    const std::string_view text = spec.fallback;
    if (text == "None") return ValueSet(Value{.kind = ValueKind::none});
    if (text == "True" || text == "False") {
      return ValueSet(Value{.kind = ValueKind::boolean, .integer = text == "True"});
    }
    if (text.size() >= 2 && (text.front() == '"' || text.front() == '\'')) {
      return ValueSet(Value{.kind = ValueKind::string, .text = text.substr(1, text.size() - 2)});
    }
    std::int64_t number = 0;
    const bool negative = text.front() == '-';
    for (const char digit : text.substr(negative ? 1 : 0)) {
      if (digit < '0' || digit > '9') return ValueSet::unknown();
      number = number * 10 + (digit - '0');
    }
    return ValueSet(Value{.kind = ValueKind::integer, .integer = negative ? -number : number});
  }
  return ValueSet(Value{.kind = ValueKind::none});
}

bool names_one(const Value& value, std::span<const std::string_view> operands) {
  return value.kind == ValueKind::string &&
         std::find(operands.begin(), operands.end(), value.text) != operands.end();
}

Outcome decided(bool holds) { return holds ? Outcome::yes : Outcome::no; }

// For a value of another kind than the test is about: what lies outside the project can be anything.
Outcome unless_known(const Value& value) {
  return value.kind == ValueKind::external || value.kind == ValueKind::method ? Outcome::unknown
                                                                              : Outcome::no;
}

// `tensor.to(torch.float64)`: what a library names itself is none of the texts that it takes.
bool is_of_same_library(const Value& value, const catalog::Api& api) {
  const std::string_view library = api.name.substr(0, api.name.find('.') + 1);
  return value.kind == ValueKind::external && value.text.starts_with(library);
}

Outcome holds_for(const catalog::Condition& condition, const Value& value) {
  if (value.kind == ValueKind::number && condition.test != Test::given && condition.test != Test::absent)
    return Outcome::unknown;
  const bool is_number = value.kind == ValueKind::integer || value.kind == ValueKind::boolean;
  switch (condition.test) {
    case Test::given:
      return decided(value.kind != ValueKind::none);
    case Test::absent:
      return decided(value.kind == ValueKind::none);
    case Test::truthy:
      if (value.kind == ValueKind::none) return Outcome::no;
      if (is_number) return decided(value.integer != 0);
      return value.kind == ValueKind::string ? decided(!value.text.empty()) : Outcome::yes;
    case Test::falsy:
      return is_number ? decided(value.integer == 0) : Outcome::no;
    case Test::other_than_one:
      if (value.kind == ValueKind::positive_integer) return Outcome::yes;
      return is_number ? decided(value.integer != 1) : unless_known(value);
    case Test::positive:
      if (value.kind == ValueKind::positive_integer) return Outcome::yes;
      return is_number ? decided(value.integer > 0) : unless_known(value);
    case Test::more_than_one:
      // A number of processors is 1 only on a machine that no one trains on.
      if (value.kind == ValueKind::positive_integer) return Outcome::yes;
      return is_number ? decided(value.integer > 1 || value.integer < 0) : unless_known(value);
    case Test::equals:
      return value.kind == ValueKind::string ? decided(names_one(value, condition.operands))
                                             : unless_known(value);
    case Test::not_equals:
      return value.kind == ValueKind::string ? decided(!names_one(value, condition.operands))
                                             : unless_known(value);
  }
  return Outcome::unknown;
}

// Of the values that a parameter can have, whether one of them must make the condition hold or all.
enum class Whose : std::uint8_t { some, all };

Outcome holds(Evaluator& evaluator, const Site& site, const catalog::Condition& condition, const Frame* frame,
              Whose whose = Whose::some) {
  const BoundArgument bound = argument_of(evaluator, site, condition.parameter, frame);
  // Who wraps Popen or map passes an unknown ** on, and next to no one puts preexec_fn or num_proc into it.
  // Of a loader's workers that can't be said.
  const bool is_no_evidence =
      bound.supplied == Supplied::maybe && !bound.named && site.api->creates != catalog::Creates::dataloader;
  ValueSet values = is_no_evidence ? ValueSet() : bound.values;
  if (bound.supplied != Supplied::yes) values.add(default_of(site, condition.parameter));
  Outcome outcome = values.open() ? Outcome::unknown : Outcome::no;
  bool each = !values.open();
  for (const Value& value : values.values()) {
    const bool is_no_text = condition.test == Test::equals && is_of_same_library(value, *site.api);
    const Outcome here = is_no_text ? Outcome::no : holds_for(condition, value);
    each = each && here == Outcome::yes;
    outcome = std::max(outcome, here);
  }
  return whose == Whose::all && !each ? std::min(outcome, Outcome::unknown) : outcome;
}

// The choice that one source leaves to those after it shrinks as it answers for platforms and versions.
class ChoiceMaker {
 public:
  ChoiceMaker(Evaluator& evaluator, const catalog::Catalog& catalog, const Targets& targets,
              const std::vector<Setting>& settings, const Site& site, const Frame* frame)
      : evaluator_(evaluator),
        catalog_(catalog),
        targets_(targets),
        settings_(settings),
        site_(site),
        frame_(frame),
        left_(site.alive) {}

  MethodChoice make() {
    choice_.family = site_.family;
    if (site_.callee.of_context) {
      from_context(site_.callee, left_);
      return choice_;
    }
    if (!site_.api->sets_family.empty()) {
      parameter({.source = catalog::MethodSource::parameter, .name = "method"}, left_);
      return choice_;
    }
    if (site_.api->start_method.empty()) {
      choice_.explicit_fork = left_;
      return choice_;
    }
    for (const catalog::MethodFrom& source : site_.api->start_method) {
      if (left_ == 0) break;
      apply(source);
    }
    choice_.safe |= left_;
    return choice_;
  }

 private:
  void apply(const catalog::MethodFrom& source) {
    const TargetMask here = left_ & (source.since ? targets_.where([&](Platform, PythonVersion version) {
                              return version >= *source.since;
                            })
                                                  : targets_.all());
    switch (source.source) {
      case catalog::MethodSource::fixed:
        settle(source.method, here);
        left_ &= ~here;
        break;
      case catalog::MethodSource::family:
        // A name reached through another package (multiprocess.Pool) follows that package's default.
        choice_.family = site_.family.empty() ? source.name : site_.family;
        choice_.from_default |= here;
        left_ &= ~here;
        break;
      case catalog::MethodSource::environment:
        environment(source, here);
        break;
      case catalog::MethodSource::implied:
        implied(source, here);
        break;
      case catalog::MethodSource::parameter:
        parameter(source, here);
        break;
    }
  }

  // What the project writes into os.environ, wherever it does.
  void environment(const catalog::MethodFrom& source, TargetMask here) {
    for (const Setting& setting : settings_) {
      if (setting.setting->name != source.name) continue;
      if (setting.values.open()) choice_.unknown |= here;
      for (const Value& value : setting.values.values()) {
        const auto method = value.kind == ValueKind::string ? start_method_named(value.text) : std::nullopt;
        if (method) settle(*method, here);
      }
      left_ &= ~here;
    }
  }

  void implied(const catalog::MethodFrom& source, TargetMask here) {
    const BoundArgument bound = argument_of(evaluator_, site_, source.name, frame_);
    if (bound.supplied == Supplied::no || is_only_possible(bound, source)) return;
    const Value* only = bound.values.single();
    if (only != nullptr && only->kind == ValueKind::none) return;
    settle(source.method, here);
    if (bound.supplied == Supplied::yes) left_ &= ~here;
  }

  void parameter(const catalog::MethodFrom& source, TargetMask here) {
    BoundArgument bound = argument_of(evaluator_, site_, source.name, frame_);
    for (const InstanceUse& use : site_.uses) {
      // loader.multiprocessing_context = ... after the construction.
      if (use.method != source.name || use.assigned == nullptr) continue;
      if (use.by_class) {
        // When the class does that, and with what, is its own affair.
        choice_.unknown |= here;
        choice_.unknown_parameter = source.name;
        left_ &= ~here;
        return;
      }
      bound = {Supplied::yes, nullptr, evaluator_.values(*use.assigned, *use.module), true};
    }
    if (bound.supplied == Supplied::no || is_only_possible(bound, source)) return;
    bool passes_on = bound.supplied == Supplied::maybe;
    const bool none_without_workers = bound.written != nullptr && follows_workers(bound);
    if (bound.values.open() && bound.values.values().empty()) {
      choice_.unknown |= here;
      choice_.unknown_parameter = source.name;
    }
    for (const Value& value : bound.values.values()) {
      if (value.kind == ValueKind::none) {
        passes_on = passes_on || !none_without_workers;
      } else if (value.kind == ValueKind::string && start_method_named(value.text)) {
        settle(*start_method_named(value.text), here);
      } else if (value.kind == ValueKind::context) {
        from_context(value, here);
      } else if (value.kind == ValueKind::external && catalog_.has_prefix(value.text)) {
        // The multiprocessing module itself serves as its default context.
        choice_.from_default |= here;
        const std::string_view family = catalog_.family_of(std::string(value.text) + ".Process");
        if (!family.empty()) choice_.family = family;
      } else if (const std::optional<StartMethod> method = method_of_own_context(value); method) {
        settle(*method, here);
      } else if (value.kind == ValueKind::string) {
        choice_.safe |= here;
      } else {
        choice_.unknown |= here;
        choice_.unknown_parameter = source.name;
      }
    }
    if (!passes_on) left_ &= ~here;
  }

  // An unknown ** may bring it, and nothing says that it does.
  bool is_only_possible(const BoundArgument& bound, const catalog::MethodFrom& source) {
    const bool only_possible = bound.supplied == Supplied::maybe && !bound.named;
    if (only_possible) choice_.maybe_parameter = source.name;
    return only_possible;
  }

  // `"spawn" if workers > 0 else None` beside `num_workers=workers`: None arrives only where no process is
  // created. The number and the test must be the same expression, or `num_workers=(workers := ...)` names it.
  bool follows_workers(const BoundArgument& method) {
    const Module* module = method.module;
    const auto* choice = python::as<python::Conditional>(method.written->value);
    if (choice == nullptr) {
      const Evaluator::Definition made = evaluator_.definition_of(*method.written->value, *module);
      choice = python::as<python::Conditional>(made.value);
      module = made.module;
    }
    if (choice == nullptr || module == nullptr) return false;
    const auto* none = python::as<python::Constant>(choice->orelse);
    if (none == nullptr || none->value != python::ConstantKind::none) return false;
    const python::Expr& test = *choice->test;
    const auto* compare = python::as<python::Compare>(&test);
    const python::Expr& tested = compare == nullptr ? test : *compare->left;
    const SourceFile& source = module->syntax.source();
    return std::ranges::any_of(site_.api->when, [&](const catalog::Condition& condition) {
      const BoundArgument number = argument_of(evaluator_, site_, condition.parameter, frame_);
      return number.written != nullptr && number.module == module &&
             source.text(name_of(*number.written->value)) == source.text(tested.span);
    });
  }

  // Of a number that is named where it is given, the name.
  static Span name_of(const python::Expr& number) {
    const auto* named = python::as<python::Walrus>(&number);
    return named == nullptr ? number.span : named->target->span;
  }

  // Of an instance of a class of the project that derives from SpawnContext or another context of one method.
  std::optional<StartMethod> method_of_own_context(const Value& value) {
    if (value.kind != ValueKind::instance || value.class_ == nullptr) return std::nullopt;
    const std::optional<Value> base = evaluator_.external_base(*value.module, *value.class_);
    return base ? method_of_context_class(*base->api) : std::nullopt;
  }

  void from_context(const Value& context, TargetMask here) {
    if (is_replaced_default(context)) return;
    if (context.method_unknown) {
      choice_.unknown |= here;
    } else if (context.method) {
      settle(*context.method, here);
    } else {
      choice_.from_default |= here;
      if (context.kind == ValueKind::context) choice_.family = context.text;
    }
  }

  void settle(StartMethod method, TargetMask here) {
    (method == StartMethod::fork ? choice_.explicit_fork : choice_.safe) |= here;
  }

  Evaluator& evaluator_;
  const catalog::Catalog& catalog_;
  const Targets& targets_;
  const std::vector<Setting>& settings_;
  const Site& site_;
  const Frame* frame_;
  TargetMask left_;
  MethodChoice choice_;
};

}  // namespace

BoundArgument argument_of(Evaluator& evaluator, const Site& site, std::string_view parameter,
                          const Frame* frame) {
  if (site.call == nullptr) return {};
  const std::vector<catalog::ParameterSpec> parameters = signature(site);
  if (site.handover != nullptr) {
    return evaluator.argument(*site.handover->call, *site.handover->module, parameters, parameter,
                              site.explicit_self, site.handover->frames.back().get());
  }
  BoundArgument bound =
      evaluator.argument(*site.call->call, *site.module, parameters, parameter, site.explicit_self, frame);
  if (bound.supplied == Supplied::no && site.partial != nullptr) {
    bound = evaluator.argument(*site.partial, *site.partial_module, parameters, parameter, true, frame);
  }
  return bound;
}

Outcome conditions_hold(Evaluator& evaluator, const Site& site,
                        std::span<const catalog::Condition> conditions, const Frame* frame) {
  Outcome all = Outcome::yes;
  for (const catalog::Condition& condition : conditions)
    all = std::min(all, holds(evaluator, site, condition, frame));
  return all;
}

Outcome hazard_begins(Evaluator& evaluator, const Site& site, const Frame* frame) {
  Outcome all = Outcome::yes;
  for (const catalog::Condition& condition : site.api->hazard_when)
    all = std::min(all, holds(evaluator, site, condition, frame, Whose::all));
  return all;
}

std::string_view unknown_condition(Evaluator& evaluator, const Site& site,
                                   std::span<const catalog::Condition> conditions, const Frame* frame) {
  for (const catalog::Condition& condition : conditions) {
    if (holds(evaluator, site, condition, frame) == Outcome::unknown) return condition.parameter;
  }
  return {};
}

MethodChoice method_choice(Evaluator& evaluator, const catalog::Catalog& catalog, const Targets& targets,
                           const std::vector<Setting>& settings, const Site& site, const Frame* frame) {
  return ChoiceMaker(evaluator, catalog, targets, settings, site, frame).make();
}

}  // namespace forklint::program
