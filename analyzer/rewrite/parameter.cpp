#include "rewrite/parameter.h"

#include <algorithm>

#include "rewrite/imports.h"
#include "rewrite/keyword_argument.h"
#include "rewrite/names.h"
#include "rewrite/standard_family.h"

namespace forklint::rewrite {
namespace {

using program::BoundArgument;
using program::Module;
using program::Program;
using program::Site;
using program::ValueKind;
using python::ExprKind;

// Parameters that take a context object and no name of a method.
bool wants_object(const catalog::Api& api, std::string_view parameter) {
  return parameter == "mp_context" || parameter == "ctx" ||
         api.name.starts_with(std::string(kStandardFamily) + ".");
}

std::string_view parameter_of(const catalog::Api& api) {
  const auto& sources = api.start_method;
  const auto found = std::find_if(sources.begin(), sources.end(), [](const catalog::MethodFrom& source) {
    return source.source == catalog::MethodSource::parameter && !source.since;
  });
  return found == sources.end() ? std::string_view() : found->name;
}

// The parameter that says how many workers there are, where a context without workers raises.
std::string_view worker_count_of(const catalog::Api& api) {
  const auto found = std::find_if(api.when.begin(), api.when.end(), [](const catalog::Condition& each) {
    return each.test == catalog::Test::positive;
  });
  return found == api.when.end() ? std::string_view() : found->parameter;
}

// An expression that may be written twice: evaluating it again costs nothing and gives the same.
bool is_repeatable(const python::Expr& expr) {
  if (expr.kind == ExprKind::name || expr.kind == ExprKind::number) return true;
  const auto* attribute = python::as<python::Attribute>(&expr);
  return attribute != nullptr && is_repeatable(*attribute->value);
}

bool is_surely_positive(const BoundArgument& count) {
  const auto& values = count.values.values();
  return count.supplied == program::Supplied::yes && !count.values.open() && !values.empty() &&
         std::all_of(values.begin(), values.end(), [](const program::Value& value) {
           return value.kind == ValueKind::positive_integer ||
                  (value.kind == ValueKind::integer && value.integer > 0);
         });
}

bool may_be_positive(const program::Value& value) {
  return value.kind != ValueKind::integer || value.integer > 0;
}

// Also on the platforms that the project does not target: `0 if sys.platform == "win32" else 2`.
bool is_positive_everywhere(const Program& program, const Module& module, const python::Expr& expr,
                            unsigned depth = 0) {
  constexpr unsigned kMaxNames = 8;
  if (depth > kMaxNames) return false;
  if (const auto* choice = python::as<python::Conditional>(&expr)) {
    return is_positive_everywhere(program, module, *choice->body, depth + 1) &&
           is_positive_everywhere(program, module, *choice->orelse, depth + 1);
  }
  const auto& values = program.values(expr, module).values();
  if (!std::all_of(values.begin(), values.end(), may_be_positive)) return false;
  const auto* name = python::as<python::Name>(&expr);
  if (name == nullptr) return true;
  const auto bindings = module.syntax.use_of(*name).bindings;
  return std::all_of(bindings.begin(), bindings.end(), [&](const python::Binding* binding) {
    return binding->kind != python::BindingKind::assignment || !binding->unpack.empty() ||
           is_positive_everywhere(program, module, *binding->value, depth + 1);
  });
}

// `:=` would bind the name in a class body's comprehension, which Python refuses, or come too early for it.
bool may_name_inside(const Program& program, const Site& site) {
  constexpr PythonVersion kFirst{3, 8};
  const python::Scope* scope = site.call->scope;
  return program.targets().oldest_in(program.targets().all()) >= kFirst && scope != nullptr &&
         (scope->kind == python::ScopeKind::function || scope->kind == python::ScopeKind::module);
}

// The name must be bound before it is read: arguments are evaluated in the order of the text.
bool is_given_before(const Program& program, const Site& site, const python::Argument& count) {
  const BoundArgument given = program.argument(site, parameter_of(*site.api));
  return given.written != nullptr && given.written->span.begin < count.span.begin;
}

// `"spawn" if n > 0 else None`, with n evaluated once.
std::optional<std::string> conditional(const Program& program, const Site& site, std::string_view count_name,
                                       const std::string& method, Draft& draft) {
  const BoundArgument count = program.argument(site, count_name);
  if (is_surely_positive(count) &&
      (count.written == nullptr || is_positive_everywhere(program, *site.module, *count.written->value)))
    return method;
  const auto& arguments = site.call->call->arguments;
  if (count.written == nullptr || count.written < arguments.data() ||
      count.written >= arguments.data() + arguments.size())
    return std::nullopt;
  const python::Expr& expr = *count.written->value;
  const std::string text = text_of(*site.module, expr.span);
  if (is_repeatable(expr)) return method + " if " + text + " > 0 else None";
  if (!may_name_inside(program, site) || is_given_before(program, site, *count.written)) return std::nullopt;
  const std::string name = free_name(*site.module, {"workers", "worker_count", "loader_workers"});
  if (name.empty()) return std::nullopt;
  draft.replace(*site.module, expr.span, "(" + name + " := " + text + ")");
  return method + " if " + name + " > 0 else None";
}

bool hides_arguments(const python::Call& call) {
  return std::any_of(call.arguments.begin(), call.arguments.end(), [](const python::Argument& argument) {
    return argument.kind == python::ArgumentKind::star || argument.kind == python::ArgumentKind::double_star;
  });
}

}  // namespace

std::optional<Draft> method_as_argument(const Program& program, const Site& site) {
  const std::string_view parameter = parameter_of(*site.api);
  if (parameter.empty() || site.call == nullptr || site.handover != nullptr || site.partial != nullptr ||
      site.explicit_self || hides_arguments(*site.call->call))
    return std::nullopt;
  // `executor = ThreadPoolExecutor if threads else ProcessPoolExecutor`: the other one has no such parameter.
  if (program.values(*site.call->call->callee, *site.module).values().size() > 1) return std::nullopt;
  const BoundArgument given = program.argument(site, parameter);
  // Anything but a None in its place is somebody's choice.
  if (given.written != nullptr && given.written->kind != python::ArgumentKind::keyword) return std::nullopt;
  if (given.written != nullptr && python::as<python::Constant>(given.written->value) == nullptr)
    return std::nullopt;

  Draft draft;
  const Module& module = *site.module;
  std::string value = "\"" + std::string(name_of(program.preference().method)) + "\"";
  if (wants_object(*site.api, parameter)) {
    // Another library's processes want contexts of their own.
    if (site.method.family != kStandardFamily) return std::nullopt;
    const auto name = multiprocessing_module(module, site.call->scope, site.span.begin, draft);
    if (!name) return std::nullopt;
    value = *name + ".get_context(" + value + ")";
  }
  if (const std::string_view count = worker_count_of(*site.api); !count.empty()) {
    const auto guarded = conditional(program, site, count, value, draft);
    if (!guarded) return std::nullopt;
    value = *guarded;
  }
  if (!set_keyword_argument(module, *site.call->call, parameter, value, draft)) return std::nullopt;
  if (draft.collides()) return std::nullopt;
  return draft;
}

}  // namespace forklint::rewrite
