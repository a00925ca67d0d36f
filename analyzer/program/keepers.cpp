#include "program/keepers.h"

#include <algorithm>
#include <iterator>

namespace forklint::program {
namespace {

constexpr std::string_view kKeepers[] = {
    kNamedTuple,           "builtins.dict",     "builtins.print",    "builtins.repr",
    "builtins.str",        "builtins.id",       "builtins.type",     "builtins.hasattr",
    "builtins.getattr",    "builtins.setattr",  "builtins.callable", "builtins.isinstance",
    "builtins.issubclass", "builtins.len",      "builtins.bool",     "builtins.hash",
    "builtins.vars",       "builtins.dir",      "builtins.format",   "atexit.register",
    "functools.partial",   "functools.wraps",   "signal.signal",     "os.register_at_fork",
    "weakref.ref",         "inspect.getsource", "inspect.signature",
};

// What a method is called is known without asking what it belongs to.
bool may_be_keeper(const python::Expr& callee) {
  const auto* attribute = python::as<python::Attribute>(&callee);
  if (attribute == nullptr) return callee.kind == python::ExprKind::name;
  return std::any_of(std::begin(kKeepers), std::end(kKeepers), [&](std::string_view keeper) {
    return keeper.substr(keeper.rfind('.') + 1) == attribute->name;
  });
}

}  // namespace

bool only_keeps(const python::Call& call, Evaluator& evaluator, const Module& module) {
  if (call.arguments.empty() || !may_be_keeper(*call.callee)) return false;
  const ValueSet callees = evaluator.values(*call.callee, module);
  const Value* callee = callees.single();
  return callee != nullptr && callee->kind == ValueKind::external && callee->api == nullptr &&
         std::find(std::begin(kKeepers), std::end(kKeepers), callee->text) != std::end(kKeepers);
}

}  // namespace forklint::program
