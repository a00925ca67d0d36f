#include "rewrite/module_context.h"

#include <algorithm>

#include "rewrite/idle_imports.h"
#include "rewrite/imports.h"
#include "rewrite/names.h"
#include "rewrite/standard_family.h"

namespace forklint::rewrite {
namespace {

using program::Module;
using program::Program;

constexpr std::string_view kFunction = "get_context";

bool is_module_value(const Program& program, const python::Expr& expr, const Module& module) {
  const program::ValueSet values = program.values(expr, module);
  const program::Value* value = values.single();
  if (value == nullptr) return false;
  return is_standard_module(program::external_name(*value));
}

// The first place at which the module's own level does more than import and define.
std::uint32_t first_use(const std::vector<Member>& members) {
  std::uint32_t first = UINT32_MAX;
  for (const Member& member : members) first = std::min(first, member.callee->span.begin);
  return first;
}

}  // namespace

ModuleContext::ModuleContext(const Program& program, const Module& module)
    : program_(program),
      module_(module),
      call_(std::string(kFunction) + "(\"" + std::string(name_of(program.preference().method)) + "\")") {
  variable_ = find_variable();
  is_defined_ = !variable_.empty();
  constexpr std::size_t kWorthAName = 2;
  const std::vector<Member> members = members_of(program, module);
  if (!is_defined_ && members.size() >= kWorthAName && after_imports(module, first_use(members)) != 0)
    variable_ = free_name(module, {"ctx", "mp_context", "process_context"});
  const python::Binding* function = visible_binding(module, nullptr, kFunction);
  function_is_imported_ = function != nullptr && function->kind == python::BindingKind::import_from &&
                          function->import_stmt->module == kStandardFamily &&
                          function->import_item->name == kFunction;
}

// A context that the module has already.
std::string ModuleContext::find_variable() const {
  std::string best;
  for (const auto& [name, bindings] : module_.syntax.scope().names) {
    const python::Binding* binding = visible_binding(module_, nullptr, name);
    if (binding == nullptr || binding->kind != python::BindingKind::assignment || binding->value == nullptr ||
        !binding->unpack.empty())
      continue;
    const program::ValueSet values = program_.values(*binding->value, module_);
    const program::Value* value = values.single();
    if (value == nullptr || value->kind != program::ValueKind::context || value->text != kStandardFamily ||
        value->method != program_.preference().method)
      continue;
    if (best.empty() || name < best) best = name;
  }
  return best;
}

bool ModuleContext::move(const Member& member) {
  if (const auto* attribute = python::as<python::Attribute>(member.callee))
    return move_attribute(member, *attribute);
  const auto* name = python::as<python::Name>(member.callee);
  return name != nullptr && move_name(member, *name);
}

bool ModuleContext::move_attribute(const Member& member, const python::Attribute& callee) {
  if (callee.name != member.name || !is_module_value(program_, *callee.value, module_)) return false;
  if (variable_.empty()) {
    draft_.insert(module_, callee.value->span.end, "." + call_);
  } else {
    draft_.replace(module_, callee.value->span, variable_);
  }
  return true;
}

bool ModuleContext::move_name(const Member& member, const python::Name& callee) {
  const python::Binding* binding = visible_binding(module_, member.scope, callee.id);
  if (binding == nullptr || binding->kind != python::BindingKind::import_from ||
      binding->import_stmt->level != 0 || !is_standard_module(binding->import_stmt->module))
    return false;
  ++moved_names_[binding];
  std::string context = variable_;
  if (context.empty()) {
    const std::string known = imported_multiprocessing(module_, member.scope, callee.span.begin);
    context = known.empty() ? call_ : known + "." + call_;
    needs_function_ = needs_function_ || known.empty();
  }
  draft_.replace(module_, callee.span, context + "." + std::string(member.name));
  return true;
}

bool ModuleContext::define_variable() {
  const std::uint32_t place = after_imports(module_, first_use(members_of(program_, module_)));
  const std::string known = imported_multiprocessing(module_, nullptr, place);
  needs_function_ = known.empty();
  std::string line = variable_ + " = " + (known.empty() ? call_ : known + "." + call_) + "\n";
  const std::string_view bytes = module_.syntax.source().bytes();
  const bool has_empty_line = place < bytes.size() && (bytes[place] == '\n' || bytes[place] == '\r');
  if (place > 0 && bytes[place - 1] != '\n' && bytes[place - 1] != '\r') line.insert(0, "\n");
  draft_.insert(module_, place, "\n" + line + (has_empty_line ? "" : "\n"));
  return true;
}

bool ModuleContext::change_imports() {
  std::map<const python::ImportFrom*, std::set<std::string>> dropped;
  const python::ImportFrom* first = nullptr;
  for (const auto& [binding, moved] : moved_names_) {
    const python::ImportFrom* import = binding->import_stmt;
    if (first == nullptr || import->span.begin < first->span.begin) first = import;
    auto& names = dropped[import];
    if (!has_other_users(program_, module_, *binding, moved))
      names.insert(text_of(module_, binding->import_item->span));
  }
  const bool imports_function = needs_function_ && !function_is_imported_;
  if (imports_function && (first == nullptr || module_.syntax.scope().names.contains(kFunction)))
    return false;
  return std::ranges::all_of(dropped, [&](const auto& each) {
    const auto& [import, names] = each;
    const bool brings = imports_function && import == first;
    return (!brings && names.empty()) ||
           change_from_import(module_, *import, brings ? std::string(kFunction) : "", names, draft_);
  });
}

bool ModuleContext::finish(Draft& draft) {
  if (!variable_.empty() && !is_defined_ && !define_variable()) return false;
  if (!change_imports() || draft_.collides()) return false;
  draft.add(draft_);
  return true;
}

}  // namespace forklint::rewrite
