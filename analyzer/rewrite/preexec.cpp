#include "rewrite/preexec.h"

#include <algorithm>
#include <string>

#include "rewrite/names.h"

namespace forklint::rewrite {
namespace {

using program::Module;
using program::Program;
using program::Site;

// What is called: of `os.setsid` and `lambda: os.setsid()` it is os.setsid.
std::string function_behind(const Program& program, const Module& module, const python::Expr& expr) {
  const python::Expr* callee = &expr;
  if (const auto* lambda = python::as<python::Lambda>(&expr)) {
    const auto* call = python::as<python::Call>(lambda->function->expression);
    if (call == nullptr || !call->arguments.empty()) return "";
    callee = call->callee;
  }
  const program::ValueSet values = program.values(*callee, module);
  return values.single() == nullptr ? "" : std::string(program::external_name(*values.single()));
}

bool has_argument(const python::Call& call, std::string_view name) {
  return std::any_of(call.arguments.begin(), call.arguments.end(), [&](const python::Argument& argument) {
    return argument.kind == python::ArgumentKind::double_star || argument.name == name;
  });
}

// `import os` that was there for this function alone.
void drop_import(const Module& module, const python::Expr& value, Draft& draft) {
  const auto* attribute = python::as<python::Attribute>(&value);
  const auto* name = attribute == nullptr ? nullptr : python::as<python::Name>(attribute->value);
  if (name == nullptr || count_of_name(module, name->id) != 2) return;
  const python::Binding* binding = visible_binding(module, nullptr, name->id);
  if (binding == nullptr || binding->kind != python::BindingKind::import) return;
  for (const python::Stmt* stmt : module.syntax.body()) {
    const auto* import = python::as<python::Import>(stmt);
    if (import == nullptr || import->items.size() != 1 || &import->items.front() != binding->import_item)
      continue;
    draft.remove(module, {line_start(module, stmt->span.begin), next_line(module, stmt->span.end)});
  }
}

}  // namespace

std::optional<Draft> without_preexec(const Program& program, const Site& site) {
  if (site.call == nullptr || site.handover != nullptr || site.partial != nullptr) return std::nullopt;
  const program::BoundArgument argument = program.argument(site, "preexec_fn");
  if (argument.written == nullptr || argument.written->kind != python::ArgumentKind::keyword)
    return std::nullopt;
  const python::Call& call = *site.call->call;
  const bool is_here = std::any_of(call.arguments.begin(), call.arguments.end(),
                                   [&](const python::Argument& each) { return &each == argument.written; });
  if (!is_here || call.damaged) return std::nullopt;

  constexpr PythonVersion kProcessGroup{3, 11};
  const bool has_process_group = program.targets().oldest_in(program.targets().all()) >= kProcessGroup;
  const std::string function = function_behind(program, *site.module, *argument.written->value);
  Draft draft;
  if (function == "os.setsid" && !has_argument(call, "start_new_session")) {
    draft.replace(*site.module, argument.written->span, "start_new_session=True");
  } else if (function == "os.setpgrp" && has_process_group && !has_argument(call, "process_group")) {
    draft.replace(*site.module, argument.written->span, "process_group=0");
  } else {
    return std::nullopt;
  }
  drop_import(*site.module, *argument.written->value, draft);
  if (draft.collides()) return std::nullopt;
  return draft;
}

}  // namespace forklint::rewrite
