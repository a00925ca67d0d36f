#include "program/spawn_globals.h"

#include <algorithm>

#include "program/main_guard.h"
#include "program/returns.h"
#include "program/spawn_names.h"
#include "python/visit.h"

namespace forklint::program {
namespace {

using python::BindingKind;
using python::Scope;

constexpr std::string_view kFillingMethods[] = {"append", "extend", "add", "update", "setdefault", "insert"};

// The module's binding that a name read in a function means; null for any other name.
const python::Binding* global_binding(const Module& module, const python::Name& name) {
  const Scope* scope = module.syntax.scope_of(name);
  if (scope == nullptr || scope == &module.syntax.scope()) return nullptr;
  const python::Use use = module.syntax.use_of(name);
  if (use.bindings.empty()) return nullptr;
  const auto found = module.syntax.scope().names.find(name.id);
  if (found == module.syntax.scope().names.end()) return nullptr;
  const auto& all = found->second;
  return std::find(all.begin(), all.end(), use.bindings.front()) == all.end() ? nullptr : all.front();
}

bool is_imported(const python::Expr& expr, const Module& module) {
  const python::Use use = module.syntax.use_of(static_cast<const python::Name&>(expr));
  return use.bindings.size() == 1 && use.bindings.front()->import_item != nullptr;
}

// `config.LEVEL`, `Settings.level`: the module or class that has it.
GlobalKey attribute_key(Evaluator& evaluator, const python::Attribute& attribute, const Module& module) {
  if (attribute.value->kind != python::ExprKind::name) return {};
  const ValueSet objects = evaluator.values(*attribute.value, module);
  const Value* object = objects.single();
  if (object == nullptr) return {};
  if (object->kind == ValueKind::module) return {object->module->path(), attribute.name};
  if (object->kind == ValueKind::class_)
    return {object->module->path() + ":" + qualified_name(*object->class_), attribute.name};
  // A module that is not read, of the project or not.
  const bool is_module = object->kind == ValueKind::external && object->api == nullptr &&
                         !object->text.starts_with("builtins.") && is_imported(*attribute.value, module);
  return is_module ? GlobalKey{std::string(object->text), attribute.name} : GlobalKey{};
}

class Reader {
 public:
  Reader(Evaluator& evaluator, const Module& module, GlobalUses& reads)
      : evaluator_(evaluator), module_(module), reads_(reads) {}

  void read(python::Block body) {
    for_each_statement(body, [&](const python::Stmt& stmt) {
      python::for_each_expression(stmt, [&](const python::Expr& expr) { read(expr); });
    });
  }

  void read(const python::Expr& expr) {
    if (const auto* name = python::as<python::Name>(&expr)) {
      if (global_binding(module_, *name) != nullptr)
        reads_.try_emplace({module_.path(), name->id},
                           GlobalUse{&module_, name->span, false, name, &module_});
    } else if (const auto* attribute = python::as<python::Attribute>(&expr)) {
      const GlobalKey key = attribute_key(evaluator_, *attribute, module_);
      if (!key.first.empty()) reads_.try_emplace(key, GlobalUse{&module_, attribute->span});
    }
    python::for_each_child(expr, [&](const python::Expr& child) { read(child); });
  }

 private:
  Evaluator& evaluator_;
  const Module& module_;
  GlobalUses& reads_;
};

// The statements that surely run, in blocks that surely run; loops count, for what fills a collection.
class Writer {
 public:
  Writer(Evaluator& evaluator, const Evaluator::Target& function, std::uint32_t end, GlobalUses& writes)
      : evaluator_(evaluator),
        module_(*function.module),
        function_(function.function),
        end_(end),
        writes_(writes) {}

  void write() {
    write(function_ == nullptr ? module_.syntax.body() : function_->body, function_ != nullptr);
  }

 private:
  // `counts`: what stands here does not happen when the module is imported by a child.
  void write(python::Block block, bool counts) {
    for (const python::Stmt* stmt : block) {
      if (stmt->span.begin >= end_) return;
      if (counts) write_statement(*stmt);
      if (const auto* choice = python::as<python::If>(stmt)) {
        const bool is_guard = function_ == nullptr && tests_main(choice->branches.front().test);
        if (is_guard) write(choice->branches.front().body, true);
      } else if (const auto* attempt = python::as<python::Try>(stmt)) {
        write(attempt->body, counts);
      } else if (const auto* with = python::as<python::With>(stmt)) {
        write(with->body, counts);
      } else if (const auto* loop = python::as<python::For>(stmt)) {
        write(loop->body, counts);
      }
    }
  }

  void write_statement(const python::Stmt& stmt) {
    if (const auto* assign = python::as<python::Assign>(&stmt)) {
      for (const python::Expr* target : assign->targets) write_target(*target);
    } else if (const auto* typed = python::as<python::AnnAssign>(&stmt)) {
      if (typed->value != nullptr) write_target(*typed->target);
    } else if (const auto* expression = python::as<python::ExpressionStmt>(&stmt)) {
      const auto* call = python::as<python::Call>(expression->value);
      const auto* method = call == nullptr ? nullptr : python::as<python::Attribute>(call->callee);
      const bool fills = method != nullptr &&
                         std::find(std::begin(kFillingMethods), std::end(kFillingMethods), method->name) !=
                             std::end(kFillingMethods);
      if (fills) fill(*method->value, stmt.span);
    }
  }

  void write_target(const python::Expr& target) {
    if (const auto* name = python::as<python::Name>(&target)) {
      if (binds_global(*name)) add({module_.path(), name->id}, name->span, false);
    } else if (const auto* attribute = python::as<python::Attribute>(&target)) {
      const GlobalKey key = attribute_key(evaluator_, *attribute, module_);
      if (!key.first.empty()) add(key, attribute->span, false);
    } else if (const auto* subscript = python::as<python::Subscript>(&target)) {
      fill(*subscript->value, subscript->span);
    }
  }

  bool binds_global(const python::Name& name) const {
    const auto found = module_.syntax.scope().names.find(name.id);
    if (found == module_.syntax.scope().names.end()) return false;
    return std::any_of(found->second.begin(), found->second.end(), [&](const python::Binding* binding) {
      return binding->span.begin == name.span.begin;
    });
  }

  void fill(const python::Expr& collection, Span span) {
    if (const auto* name = python::as<python::Name>(&collection)) {
      const python::Binding* binding = global_binding_anywhere(*name);
      if (binding != nullptr && is_collection(*binding)) add({module_.path(), name->id}, span, true);
    }
  }

  const python::Binding* global_binding_anywhere(const python::Name& name) const {
    const python::Use use = module_.syntax.use_of(name);
    const auto found = module_.syntax.scope().names.find(name.id);
    if (use.bindings.empty() || found == module_.syntax.scope().names.end()) return nullptr;
    const auto& all = found->second;
    return std::find(all.begin(), all.end(), use.bindings.front()) == all.end() ? nullptr : all.front();
  }

  bool is_collection(const python::Binding& binding) const {
    if (binding.kind != BindingKind::assignment || binding.value == nullptr) return false;
    const ValueSet values = evaluator_.values(*binding.value, module_);
    const Value* value = values.single();
    return value != nullptr && (value->kind == ValueKind::sequence || value->kind == ValueKind::dict);
  }

  void add(GlobalKey key, Span span, bool fills) {
    writes_.try_emplace(key, GlobalUse{&module_, span, fills});
  }

  Evaluator& evaluator_;
  const Module& module_;
  const python::Function* function_;
  std::uint32_t end_;
  GlobalUses& writes_;
};

}  // namespace

void add_reads(Evaluator& evaluator, const Evaluator::Target& function, GlobalUses& reads) {
  Reader reader(evaluator, *function.module, reads);
  if (function.function->expression != nullptr) reader.read(*function.function->expression);
  reader.read(function.function->body);
}

void add_writes(Evaluator& evaluator, const Evaluator::Target& function, std::uint32_t end,
                GlobalUses& writes) {
  Writer(evaluator, function, end, writes).write();
}

}  // namespace forklint::program
