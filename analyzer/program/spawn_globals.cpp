#include "program/spawn_globals.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "program/main_guard.h"
#include "program/returns.h"
#include "program/spawn_names.h"
#include "program/spawn_state.h"
#include "python/methods.h"
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

// The function whose variable a name inside of another function means; null for any other name.
const python::Function* function_around(const Module& module, const python::Name& name) {
  const Scope* own = module.syntax.scope_of(name);
  while (own != nullptr && own->kind == python::ScopeKind::comprehension) own = own->parent;
  for (const Scope* each = own; each != nullptr; each = each->parent) {
    if (each->kind == python::ScopeKind::class_ || !each->names.contains(name.id)) continue;
    return each == own ? nullptr : each->function;
  }
  return nullptr;
}

GlobalKey key_of(const Module& module, const python::Function& around, std::string_view name) {
  return {module.path() + ":" + qualified_name(around), name};
}

bool is_imported(const python::Expr& expr, const Module& module) {
  const python::Use use = module.syntax.use_of(static_cast<const python::Name&>(expr));
  return use.bindings.size() == 1 && use.bindings.front()->import_item != nullptr;
}

std::string name_of_class(const python::Class& class_) {
  return fmt::format("{}@{}", qualified_name(class_), class_.name_span.begin);
}

// Whether a class has the attribute, and its objects have none of their own by that name.
bool is_class_attribute(const std::vector<const python::Class*>& lineage, const Module& module,
                        std::string_view name) {
  const auto& set = module.syntax.attribute_bindings();
  return std::any_of(lineage.begin(), lineage.end(),
                     [&](const python::Class* each) {
                       return each->scope != nullptr && each->scope->names.contains(name);
                     }) &&
         std::none_of(set.begin(), set.end(), [&](const python::AttributeBinding& binding) {
           return binding.target->name == name && binding.function != nullptr &&
                  binding.function->class_ != nullptr &&
                  std::find(lineage.begin(), lineage.end(), binding.function->class_) != lineage.end();
         });
}

// The owner of `settings.level`, where that object is made at module level.
std::string owner_at_module_level(Evaluator& evaluator, const python::Expr& object, const Module& module) {
  const Evaluator::Definition made = evaluator.definition_of(object, module);
  if (made.value == nullptr || !is_at_module_level(*made.module, made.value->span)) return {};
  return fmt::format("{}@{}", made.module->path(), made.value->span.begin);
}

// `config.LEVEL`, `Settings.level`, `settings.level`, `function.level`: what has it, the nearest first; of
// `self.level` the classes, if it is theirs.
std::vector<GlobalKey> attribute_keys(Evaluator& evaluator, const python::Attribute& attribute,
                                      const Module& module) {
  if (attribute.value->kind != python::ExprKind::name) return {};
  const ValueSet objects = evaluator.values(*attribute.value, module);
  const Value* object = objects.single();
  if (object == nullptr) return {};
  if (object->kind == ValueKind::module) return {{object->module->path(), attribute.name}};
  if (object->kind == ValueKind::function && object->function != nullptr)
    return {{object->module->path() + ":" + qualified_name(*object->function), attribute.name}};
  std::vector<GlobalKey> keys;
  if (object->class_ != nullptr &&
      (object->kind == ValueKind::class_ || object->kind == ValueKind::instance)) {
    const auto lineage = evaluator.lineage(*object->module, *object->class_);
    if (object->kind == ValueKind::class_ || is_class_attribute(lineage, *object->module, attribute.name)) {
      for (const python::Class* each : lineage) keys.emplace_back(name_of_class(*each), attribute.name);
    }
  }
  if (object->kind == ValueKind::instance) {
    std::string owner = owner_at_module_level(evaluator, *attribute.value, module);
    if (!owner.empty()) keys.insert(keys.begin(), {std::move(owner), attribute.name});
  }
  // A module that is not read, of the project or not.
  const bool is_module = object->kind == ValueKind::external && object->api == nullptr &&
                         !object->text.starts_with("builtins.") && is_imported(*attribute.value, module);
  if (is_module) keys.emplace_back(std::string(object->text), attribute.name);
  return keys;
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
      if (global_binding(module_, *name) != nullptr) {
        reads_.try_emplace({module_.path(), name->id},
                           GlobalUse{&module_, name->span, false, name, &module_});
      } else if (const python::Function* around = function_around(module_, *name); around != nullptr) {
        reads_.try_emplace(key_of(module_, *around, name->id),
                           GlobalUse{.module = &module_, .span = name->span, .around = around});
      }
    } else if (const auto* attribute = python::as<python::Attribute>(&expr)) {
      for (const GlobalKey& key : attribute_keys(evaluator_, *attribute, module_))
        reads_.try_emplace(key, GlobalUse{&module_, attribute->span});
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
  Writer(Evaluator& evaluator, const Evaluator::Target& function, std::uint32_t end, bool counts_augmented,
         GlobalUses& writes)
      : evaluator_(evaluator),
        module_(*function.module),
        function_(function.function),
        end_(end),
        counts_augmented_(counts_augmented),
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
    } else if (const auto* augmented = python::as<python::AugAssign>(&stmt)) {
      if (counts_augmented_) write_target(*augmented->target);
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
      if (binds_global(*name)) {
        add({module_.path(), name->id}, name->span, false);
      } else if (const python::Function* around = bound_around(*name); around != nullptr) {
        add(key_of(module_, *around, name->id), name->span, false);
      }
    } else if (const auto* attribute = python::as<python::Attribute>(&target)) {
      const std::vector<GlobalKey> keys = attribute_keys(evaluator_, *attribute, module_);
      if (!keys.empty() && !is_of_self(*attribute)) add(keys.front(), attribute->span, false);
    } else if (const auto* subscript = python::as<python::Subscript>(&target)) {
      fill(*subscript->value, subscript->span);
    }
  }

  // `self.level = 1` is the object's own.
  bool is_of_self(const python::Attribute& attribute) const {
    return function_ != nullptr && function_->class_ != nullptr &&
           python::is_self(*attribute.value, *function_) &&
           evaluator_.values(*attribute.value, module_).values().front().kind != ValueKind::class_;
  }

  bool binds_global(const python::Name& name) const { return binds(module_.syntax.scope(), name); }

  // By `nonlocal`.
  const python::Function* bound_around(const python::Name& name) const {
    if (function_ == nullptr) return nullptr;
    for (const Scope* each = function_->scope->parent; each != nullptr; each = each->parent) {
      if (each->kind == python::ScopeKind::function && binds(*each, name)) return each->function;
    }
    return nullptr;
  }

  static bool binds(const Scope& scope, const python::Name& name) {
    const auto found = scope.names.find(name.id);
    if (found == scope.names.end()) return false;
    return std::any_of(found->second.begin(), found->second.end(), [&](const python::Binding* binding) {
      return binding->span.begin == name.span.begin;
    });
  }

  void fill(const python::Expr& collection, Span span) {
    if (const auto* name = python::as<python::Name>(&collection)) {
      const python::Binding* binding = global_binding_anywhere(*name);
      if (binding != nullptr && binding->kind == BindingKind::assignment && binding->value != nullptr &&
          is_collection(*binding->value))
        add({module_.path(), name->id}, span, true);
      const python::Function* around = function_around(module_, *name);
      if (around != nullptr && is_collection(*name)) add(key_of(module_, *around, name->id), span, true);
    } else if (const auto* attribute = python::as<python::Attribute>(&collection)) {
      const std::vector<GlobalKey> keys = attribute_keys(evaluator_, *attribute, module_);
      if (!keys.empty() && is_collection(*attribute)) add(keys.front(), span, true);
    }
  }

  const python::Binding* global_binding_anywhere(const python::Name& name) const {
    const python::Use use = module_.syntax.use_of(name);
    const auto found = module_.syntax.scope().names.find(name.id);
    if (use.bindings.empty() || found == module_.syntax.scope().names.end()) return nullptr;
    const auto& all = found->second;
    return std::find(all.begin(), all.end(), use.bindings.front()) == all.end() ? nullptr : all.front();
  }

  bool is_collection(const python::Expr& expr) const {
    const ValueSet values = evaluator_.values(expr, module_);
    const Value* value = values.single();
    return value != nullptr && (value->kind == ValueKind::sequence || value->kind == ValueKind::dict);
  }

  void add(const GlobalKey& key, Span span, bool fills) {
    writes_.try_emplace(key, GlobalUse{&module_, span, fills});
  }

  Evaluator& evaluator_;
  const Module& module_;
  const python::Function* function_;
  std::uint32_t end_;
  bool counts_augmented_;
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
  Writer(evaluator, function, end, true, writes).write();
}

void add_settings(Evaluator& evaluator, const Evaluator::Target& function, GlobalUses& writes) {
  constexpr std::uint32_t kEnd = std::numeric_limits<std::uint32_t>::max();
  Writer(evaluator, function, kEnd, false, writes).write();
}

}  // namespace forklint::program
