#include "program/entry_points.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/path.h"
#include "base/text.h"
#include "program/main_guard.h"

namespace forklint::program {
namespace {

using workspace::DeclaredBy;
using workspace::DeclaredEntry;

constexpr std::string_view kMainModule = "__main__.py";

const python::Stmt* first_action_of(const Module& module) {
  const python::Block body = module.syntax.body();
  const auto found = std::find_if(body.begin(), body.end(), [](const python::Stmt* stmt) {
    const auto* expression = python::as<python::ExpressionStmt>(stmt);
    const bool calls = expression != nullptr && expression->value->kind == python::ExprKind::call;
    return calls || stmt->kind == python::StmtKind::for_ || stmt->kind == python::StmtKind::while_ ||
           stmt->kind == python::StmtKind::with;
  });
  return found == body.end() ? nullptr : *found;
}

// Within one line, without the colon of a block.
Span first_line_of(const Module& module, Span span) {
  std::string_view text = module.syntax.source().text(span);
  text = text::first_line(text);
  const std::size_t last = text.find_last_not_of(" \t:");
  return {span.begin,
          span.begin + static_cast<std::uint32_t>(last == std::string_view::npos ? text.size() : last + 1)};
}

Span begin_of(const Module& module) {
  const python::Stmt* stmt = main_guard_of(module);
  if (stmt == nullptr) stmt = first_action_of(module);
  const python::Block body = module.syntax.body();
  if (stmt == nullptr && !body.empty()) stmt = body.front();
  return stmt == nullptr ? Span{} : first_line_of(module, stmt->span);
}

const python::Function* top_level_function(const Module& module, std::string_view name) {
  const auto& functions = module.syntax.functions();
  const auto found = std::find_if(functions.begin(), functions.end(), [&](const python::Function* function) {
    return function->name == name && function->class_ == nullptr &&
           function->scope->parent == &module.syntax.scope();
  });
  return found == functions.end() ? nullptr : *found;
}

std::string described(const DeclaredEntry& declared) {
  if (declared.by == DeclaredBy::launcher)
    return fmt::format("'{}' of {}:{}", declared.written, declared.path, declared.line);
  return fmt::format("'{}' of {}", declared.written,
                     declared.path.empty() ? "the command line" : declared.path);
}

}  // namespace

std::string EntryPoint::name() const {
  return function == nullptr ? module->path()
                             : fmt::format("{}() of {}", function->name, function_module->path());
}

std::string_view file_of(const DeclaredEntry& declared, const ModuleTable& table) {
  if (declared.file.empty()) {
    const std::string_view file = table.resolve(declared.module, declared.path);
    if (!declared.function.empty() || !ModuleTable::is_package(file)) return file;
    // `python -m package`.
    const std::string_view main = table.resolve(declared.module + ".__main__", declared.path);
    return main.empty() ? file : main;
  }
  return table.file_named(declared.file, declared.path);
}

std::vector<std::unique_ptr<EntryPoint>> EntryPoints::find(
    const std::vector<std::unique_ptr<Module>>& modules,
    const std::vector<workspace::DeclaredEntry>& declared) {
  for (const auto& module : modules) add_script(*module);
  for (const DeclaredEntry& each : declared) add_declared(each);
  for (const auto& module : modules) {
    if (is_test(*module)) add(EntryKind::test, *module, begin_of(*module));
  }
  return std::move(found_);
}

EntryPoint& EntryPoints::add(EntryKind kind, const Module& module, Span place) {
  found_.push_back(std::make_unique<EntryPoint>(EntryPoint{.kind = kind, .module = &module, .place = place}));
  return *found_.back();
}

void EntryPoints::add_script(const Module& module) {
  const bool is_main = path::name(module.path()) == kMainModule;
  const bool is_script =
      !graph_.is_imported(module) && !module.is_package && first_action_of(module) != nullptr;
  if (!is_main && !is_script && main_guard_of(module) == nullptr) return;
  scripts_[&module] = &add(is_main ? EntryKind::main_module : EntryKind::script, module, begin_of(module));
}

void EntryPoints::add_declared(const DeclaredEntry& declared) {
  const Module* module = evaluator_.module_at(file_of(declared, table_));
  if (module == nullptr) return;
  if (declared.function.empty()) {
    add_launched(*module, declared);
  } else {
    add_function(*module, declared);
  }
}

void EntryPoints::add_launched(const Module& module, const DeclaredEntry& declared) {
  EntryPoint*& script = scripts_[&module];
  if (script == nullptr) script = &add(EntryKind::launched, module, begin_of(module));
  if (script->declared.empty()) script->declared = described(declared);
}

void EntryPoints::add_function(const Module& module, const DeclaredEntry& declared) {
  const Module* found_in = &module;
  // What a decorator makes of it is called in the end.
  const python::Function* function = top_level_function(module, declared.function);
  if (function == nullptr) {
    const std::size_t dot = declared.function.find('.');
    const ValueSet values = evaluator_.member_of(module, declared.function.substr(0, dot));
    for (const Value& value : values.values()) {
      if (dot != std::string::npos && value.kind == ValueKind::class_) {
        found_in = value.module;
        function =
            evaluator_.method_of(*value.module, *value.class_, declared.function.substr(dot + 1), &found_in);
      } else if (dot == std::string::npos && value.kind == ValueKind::function) {
        found_in = value.module;
        function = value.function;
      }
      if (function != nullptr) break;
    }
  }
  if (function == nullptr) return;
  const bool is_known = std::any_of(found_.begin(), found_.end(), [&](const auto& entry) {
    return entry->module == &module && entry->function == function;
  });
  if (is_known) return;
  EntryPoint& entry = add(EntryKind::declared, module, function->name_span);
  entry.function = function;
  entry.function_module = found_in;
  entry.declared = described(declared);
}

}  // namespace forklint::program
