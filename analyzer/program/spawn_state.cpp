#include "program/spawn_state.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <unordered_set>
#include <vector>

#include "program/main_guard.h"
#include "program/returns.h"
#include "program/spawn_names.h"
#include "python/visit.h"

namespace forklint::program {
namespace {

using python::BindingKind;
using python::Scope;
using python::ScopeKind;

// Of collections of the standard library, and of whatever else has a method of such a name.
constexpr std::string_view kChangingMethods[] = {
    "add",     "append",  "appendleft", "clear",      "discard", "extend", "insert", "move_to_end", "pop",
    "popitem", "popleft", "remove",     "setdefault", "reverse", "sort",   "update", "subtract"};

constexpr unsigned kMaxCalls = 8;

// Names state by keys that are the same wherever it is spoken of.
class Namer {
 public:
  Namer(Evaluator& evaluator, const Module& module) : evaluator_(evaluator), module_(module) {}

  // "" for a name of the function that it stands in, and for one that nothing in the module binds.
  std::string of_name(std::string_view name, const Scope* scope) const {
    const Scope* own = scope;
    while (own != nullptr && own->kind == ScopeKind::comprehension) own = own->parent;
    for (const Scope* each = scope; each != nullptr; each = each->parent) {
      if (each->kind == ScopeKind::class_ && each != scope) continue;
      const auto found = each->names.find(name);
      if (found == each->names.end()) continue;
      if (each->kind == ScopeKind::module) return fmt::format("{}:{}", module_.path(), name);
      const bool is_around = each->kind == ScopeKind::function && each != own;
      return is_around ? fmt::format("{}:{}.{}", module_.path(), qualified_name(*each->function), name) : "";
    }
    return "";
  }

  // The object at module level that an expression means, under each way to say so.
  std::vector<std::string> of_object(const python::Expr& expr) {
    std::vector<std::string> keys;
    const Evaluator::Definition definition = evaluator_.definition_of(expr, module_);
    if (definition.value != nullptr) add_object(*definition.module, *definition.value, keys);
    for (const Value& value : evaluator_.values(expr, module_).values()) {
      const bool has_parts = value.kind == ValueKind::sequence || value.kind == ValueKind::dict ||
                             value.kind == ValueKind::instance;
      if (has_parts && value.expr != nullptr) add_object(*value.module, *value.expr, keys);
    }
    return keys;
  }

  // Of `Registry.known`, `cls.known`, `self.known` the class's, of `settings.level` the module's.
  std::vector<std::string> of_attribute(const python::Attribute& attribute, bool through_instances) {
    std::vector<std::string> keys;
    for (const Value& owner : evaluator_.values(*attribute.value, module_).values()) {
      if (owner.kind == ValueKind::module) {
        keys.push_back(fmt::format("{}:{}", owner.module->path(), attribute.name));
      } else if (owner.kind == ValueKind::function && owner.function != nullptr) {
        keys.push_back(
            fmt::format("{}:{}.{}", owner.module->path(), qualified_name(*owner.function), attribute.name));
      } else if (owner.class_ != nullptr && (owner.kind == ValueKind::class_ || through_instances)) {
        for (const python::Class* each : evaluator_.lineage(*owner.module, *owner.class_))
          keys.push_back(fmt::format("{}@{}.{}", each->name, each->name_span.begin, attribute.name));
      }
    }
    return keys;
  }

 private:
  static void add_object(const Module& module, const python::Expr& made_by, std::vector<std::string>& keys) {
    if (!is_at_module_level(module, made_by.span)) return;
    keys.push_back(fmt::format("{}@{}", module.path(), made_by.span.begin));
  }

  Evaluator& evaluator_;
  const Module& module_;
};

class ReadFinder {
 public:
  ReadFinder(Evaluator& evaluator, const Module& module, StatePlaces& read)
      : namer_(evaluator, module), module_(module), read_(read) {}

  void look_at(const python::Expr& expr) {
    if (const auto* name = python::as<python::Name>(&expr)) {
      const std::string key = namer_.of_name(name->id, module_.syntax.scope_of(*name));
      if (!key.empty()) {
        add(key, name->span);
        for (const std::string& object : namer_.of_object(*name)) add(object, name->span);
      }
    } else if (const auto* attribute = python::as<python::Attribute>(&expr)) {
      for (const std::string& key : namer_.of_attribute(*attribute, true)) add(key, attribute->span);
      for (const std::string& object : namer_.of_object(*attribute)) add(object, attribute->span);
    }
    python::for_each_child(expr, [&](const python::Expr& child) { look_at(child); });
  }

 private:
  void add(const std::string& key, Span span) { read_.try_emplace(key, StatePlace{&module_, span}); }

  Namer namer_;
  const Module& module_;
  StatePlaces& read_;
};

// Whether a method changes the object that it is called of, itself or by the methods that it calls.
class SelfChange {
 public:
  explicit SelfChange(Evaluator& evaluator) : evaluator_(evaluator) {}

  bool happens_in(const Evaluator::Target& method, unsigned depth = 0) {
    if (method.function == nullptr || method.function->parameters.empty() || depth > kMaxCalls ||
        !seen_.insert(method.function).second)
      return false;
    const python::Function& function = *method.function;
    const std::string_view self = function.parameters.front().name;
    const auto& syntax = method.module->syntax;
    const auto sets = [&](const python::AttributeBinding& binding) {
      return binding.function == &function && is_part_of(*binding.target, self);
    };
    if (std::any_of(syntax.attribute_bindings().begin(), syntax.attribute_bindings().end(), sets))
      return true;
    bool changes = false;
    for_each_statement(function.body,
                       [&](const python::Stmt& stmt) { changes = changes || writes_item(stmt, self); });
    return changes ||
           std::any_of(syntax.calls().begin(), syntax.calls().end(), [&](const python::CallSite& call) {
             return call.function == &function && is_change(*call.call, *method.module, self, depth);
           });
  }

 private:
  static bool is_part_of(const python::Expr& expr, std::string_view self) {
    const python::Expr* at = &expr;
    bool is_part = false;
    while (true) {
      if (const auto* attribute = python::as<python::Attribute>(at)) {
        at = attribute->value;
      } else if (const auto* subscript = python::as<python::Subscript>(at)) {
        at = subscript->value;
      } else {
        break;
      }
      is_part = true;
    }
    const auto* name = python::as<python::Name>(at);
    return is_part && name != nullptr && name->id == self;
  }

  static bool writes_item(const python::Stmt& stmt, std::string_view self) {
    if (const auto* assign = python::as<python::Assign>(&stmt)) {
      return std::any_of(assign->targets.begin(), assign->targets.end(),
                         [&](const python::Expr* target) { return is_part_of(*target, self); });
    }
    const auto* augmented = python::as<python::AugAssign>(&stmt);
    return augmented != nullptr && is_part_of(*augmented->target, self);
  }

  bool is_change(const python::Call& call, const Module& module, std::string_view self, unsigned depth) {
    const auto* method = python::as<python::Attribute>(call.callee);
    if (method == nullptr) return false;
    if (is_part_of(*method->value, self)) {
      return std::find(std::begin(kChangingMethods), std::end(kChangingMethods), method->name) !=
             std::end(kChangingMethods);
    }
    if (!is_part_of(*method, self)) return false;
    for (const Value& callee : evaluator_.callees(call, module).values()) {
      for (const Evaluator::Target& target : evaluator_.functions_run_by(callee)) {
        if (happens_in(target, depth + 1)) return true;
      }
    }
    return false;
  }

  Evaluator& evaluator_;
  std::unordered_set<const python::Function*> seen_;
};

class ChangeFinder {
 public:
  ChangeFinder(Evaluator& evaluator, const Evaluator::Target& target, std::uint32_t end, StatePlaces& changed)
      : evaluator_(evaluator),
        namer_(evaluator, *target.module),
        module_(*target.module),
        function_(target.function),
        end_(end),
        changed_(changed) {}

  void find() {
    for (const Scope* scope = scope_of_code(); scope != nullptr; scope = scope->parent) find_bindings(*scope);
    for (const python::AttributeBinding& binding : module_.syntax.attribute_bindings()) {
      if (is_here(binding.function, binding.region, binding.target->span)) set_attribute(*binding.target);
    }
    for (const python::CallSite& call : module_.syntax.calls()) {
      if (is_here(call.function, call.region, call.call->span)) look_at(*call.call);
    }
    if (function_ != nullptr) {
      look_at(function_->body);
    } else {
      for (const python::Stmt* stmt : module_.syntax.body()) {
        const auto* choice = python::as<python::If>(stmt);
        if (choice != nullptr && tests_main(choice->branches.front().test))
          look_at(choice->branches.front().body);
      }
    }
  }

 private:
  const Scope* scope_of_code() const {
    return function_ == nullptr ? &module_.syntax.scope() : function_->scope;
  }

  // What stands at module level itself happens in each process again, when it imports the module.
  bool is_here(const python::Function* function, const python::Region* region, Span span) const {
    return function == function_ && span.begin < end_ &&
           (function_ != nullptr || is_under_main_guard(region));
  }

  // Names of this scope that are bound here: `global`, `nonlocal`, and those of the main guard.
  void find_bindings(const Scope& scope) {
    if (function_ != nullptr && &scope == function_->scope) return;
    for (const auto& [name, bindings] : scope.names) {
      for (const python::Binding* binding : bindings) {
        if (binding->performed_in != scope_of_code() || binding->span.begin >= end_ ||
            (function_ == nullptr && !is_under_main_guard(binding->region)))
          continue;
        add(namer_.of_name(name, scope.kind == ScopeKind::module ? &scope : scope_of_code()), binding->span);
      }
    }
  }

  void look_at(python::Block block) {
    for_each_statement(block, [&](const python::Stmt& stmt) {
      if (stmt.span.begin >= end_) return;
      if (const auto* assign = python::as<python::Assign>(&stmt)) {
        for (const python::Expr* target : assign->targets) set_item(*target);
      } else if (const auto* augmented = python::as<python::AugAssign>(&stmt)) {
        set_item(*augmented->target);
        if (const auto* attribute = python::as<python::Attribute>(augmented->target))
          set_attribute(*attribute);
      } else if (const auto* deletion = python::as<python::Delete>(&stmt)) {
        for (const python::Expr* target : deletion->targets) set_item(*target);
      }
    });
  }

  void set_attribute(const python::Attribute& attribute) {
    for (const std::string& key : namer_.of_attribute(attribute, false)) add(key, attribute.span);
    change(*attribute.value, attribute.span);
  }

  void set_item(const python::Expr& target) {
    if (const auto* subscript = python::as<python::Subscript>(&target))
      change(*subscript->value, target.span);
  }

  void look_at(const python::Call& call) {
    const auto* method = python::as<python::Attribute>(call.callee);
    const auto* function = python::as<python::Name>(call.callee);
    if (function != nullptr && function->id == "setattr" && !call.arguments.empty())
      return change(*call.arguments.front().value, call.span);
    if (method == nullptr) return;
    bool changes = std::find(std::begin(kChangingMethods), std::end(kChangingMethods), method->name) !=
                   std::end(kChangingMethods);
    for (const Value& callee : evaluator_.callees(call, module_).values()) {
      for (const Evaluator::Target& target : evaluator_.functions_run_by(callee)) {
        // Of a project's own method its body says it.
        if (target.function != nullptr && target.function->class_ != nullptr)
          changes = SelfChange(evaluator_).happens_in(target);
      }
    }
    if (changes) change(*method->value, call.span);
  }

  // The object that `a.b["c"]` means has changed, and with it each that it is a part of.
  void change(const python::Expr& object, Span span) {
    const python::Expr* at = &object;
    while (true) {
      for (const std::string& key : namer_.of_object(*at)) add(key, span);
      if (const auto* attribute = python::as<python::Attribute>(at)) {
        if (is_of_class(*attribute))
          for (const std::string& key : namer_.of_attribute(*attribute, true)) add(key, span);
        at = attribute->value;
      } else if (const auto* subscript = python::as<python::Subscript>(at)) {
        at = subscript->value;
      } else {
        break;
      }
    }
    const auto* name = python::as<python::Name>(at);
    if (name != nullptr && is_variable(*name))
      add(namer_.of_name(name->id, module_.syntax.scope_of(*name)), span);
  }

  // Not what is imported, and no class: a change of one of their attributes changes nothing else of them.
  bool is_variable(const python::Name& name) const {
    const auto bindings = module_.syntax.use_of(name).bindings;
    return std::none_of(bindings.begin(), bindings.end(), [](const python::Binding* binding) {
      return binding->import_item != nullptr || binding->kind == BindingKind::class_ ||
             binding->kind == BindingKind::function;
    });
  }

  // Not `self.items`, where each object has its own.
  bool is_of_class(const python::Attribute& attribute) {
    for (const Value& owner : evaluator_.values(*attribute.value, module_).values()) {
      if (owner.class_ == nullptr) continue;
      for (const python::Class* each : evaluator_.lineage(*owner.module, *owner.class_)) {
        if (each->scope != nullptr && each->scope->names.contains(attribute.name)) return true;
      }
    }
    return false;
  }

  void add(const std::string& key, Span span) {
    if (!key.empty()) changed_.try_emplace(key, StatePlace{&module_, span});
  }

  Evaluator& evaluator_;
  Namer namer_;
  const Module& module_;
  const python::Function* function_;
  std::uint32_t end_;
  StatePlaces& changed_;
};

}  // namespace

bool is_at_module_level(const Module& module, Span span) {
  const auto& functions = module.syntax.functions();
  return std::none_of(functions.begin(), functions.end(), [&](const python::Function* function) {
    return std::any_of(function->body.begin(), function->body.end(),
                       [&](const python::Stmt* stmt) { return stmt->span.contains(span); });
  });
}

void add_state_read(Evaluator& evaluator, const Evaluator::Target& function, StatePlaces& read) {
  ReadFinder finder(evaluator, *function.module, read);
  if (function.function->expression != nullptr) finder.look_at(*function.function->expression);
  for_each_statement(function.function->body, [&](const python::Stmt& stmt) {
    python::for_each_expression(stmt, [&](const python::Expr& expr) { finder.look_at(expr); });
  });
}

void add_state_changed(Evaluator& evaluator, const Evaluator::Target& function, std::uint32_t end,
                       StatePlaces& changed) {
  ChangeFinder(evaluator, function, end, changed).find();
}

}  // namespace forklint::program
