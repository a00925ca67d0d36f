// What an import binds, and what a dotted name means in a module.
#include <algorithm>
#include <ranges>

#include "program/evaluator.h"
#include "program/evaluator_state.h"

namespace forklint::program {
namespace {

using python::BindingKind;

Value of_module(const Module& module, std::string_view name) {
  return {.kind = ValueKind::module, .text = name, .module = &module};
}

}  // namespace

// What the analysed project itself says of a name that the catalog knows: a library that is looked at from
// inside.
ValueSet Evaluator::own_definition(std::string_view name, const Module& importer) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return {};
  const Module* module = module_at(table_.resolve(name.substr(0, dot), importer.path()));
  if (module == nullptr) return {};
  ValueSet found = member_of(*module, name.substr(dot + 1));
  const bool is_own = std::any_of(found.values().begin(), found.values().end(), [](const Value& value) {
    return value.function != nullptr || value.class_ != nullptr;
  });
  if (!is_own) return {};
  return found;
}

ValueSet Evaluator::qualified(std::string_view name, const Module& importer) {
  if (const catalog::Api* api = catalog_.find(name); api != nullptr) {
    if (ValueSet own = own_definition(name, importer); !own.empty()) return own;
    return ValueSet(
        Value{.kind = ValueKind::external, .text = intern(name), .module = &importer, .api = api});
  }
  const std::string_view file = table_.resolve(name, importer.path());
  if (const Module* module = module_at(file); module != nullptr) {
    return ValueSet(of_module(*module, intern(name)));
  }
  state_->basis.unread = state_->basis.unread || !file.empty();
  if (const std::size_t dot = name.rfind('.'); dot != std::string_view::npos) {
    const std::string_view package = table_.resolve(name.substr(0, dot), importer.path());
    const Module* parent = module_at(package);
    state_->basis.unread = state_->basis.unread || (!package.empty() && parent == nullptr);
    if (parent != nullptr && parent != &importer) {
      if (ValueSet found = member_of(*parent, name.substr(dot + 1)); !found.empty()) return found;
    }
  }
  return ValueSet(Value{.kind = ValueKind::external, .text = intern(name), .module = &importer});
}

ValueSet Evaluator::import_values(const python::Binding& binding, const Module& module) {
  const python::ImportItem& item = *binding.import_item;
  if (binding.kind == BindingKind::import) {
    const std::string_view name = item.alias.empty() ? item.name.substr(0, item.name.find('.')) : item.name;
    return qualified(name, module);
  }
  const python::ImportFrom& from = *binding.import_stmt;
  if (from.level == 0) return qualified(std::string(from.module) + "." + std::string(item.name), module);
  const std::string_view file = table_.resolve_relative(from.level, from.module, module.path());
  if (const Module* target = module_at(file); target != nullptr && target != &module) {
    if (ValueSet found = member_of(*target, item.name); !found.empty()) return found;
  }
  const std::string inner =
      from.module.empty() ? std::string(item.name) : std::string(from.module) + "." + std::string(item.name);
  if (const Module* sub = module_at(table_.resolve_relative(from.level, inner, module.path()))) {
    return ValueSet(of_module(*sub, intern(sub->name)));
  }
  const std::string_view unread = table_.resolve_relative(from.level, inner, module.path());
  if (unread.empty()) {
    const std::string absolute = table_.absolute_name(from.level, inner, module.path());
    if (catalog_.leads_to_native(absolute)) return qualified(absolute, module);
  }
  // A file of the project that is not parsed: nothing is known of it but its name.
  state_->basis.unread = true;
  if (unread.empty() && file.empty()) return ValueSet::unknown();
  const std::string name =
      unread.empty() ? table_.dotted_name(file) + "." + std::string(item.name) : table_.dotted_name(unread);
  return ValueSet(Value{.kind = ValueKind::external, .text = intern(name), .module = &module});
}

ValueSet Evaluator::member_of(const Module& module, std::string_view name) {
  const auto found = module.syntax.scope().names.find(name);
  ValueSet result;
  if (found != module.syntax.scope().names.end()) {
    for (const python::Binding* binding : found->second) {
      if (binding->damaged) {
        result.set_open();
      } else if (alive(binding->region, module, false) != 0) {
        result.add(binding_values(*binding, module, nullptr));
      }
    }
    if (!result.empty()) return result;
  }
  for (const auto* star : module.syntax.scope().star_imports | std::views::reverse) {
    if (ValueSet values = star_values(*star, module, name); !values.empty()) return values;
  }
  if (module.is_package) {
    const std::string_view file = table_.resolve_relative(1, name, module.path());
    if (const Module* sub = module_at(file); sub != nullptr)
      return ValueSet(of_module(*sub, intern(sub->name)));
  }
  return {};
}

ValueSet Evaluator::star_values(const python::Binding& binding, const Module& module, std::string_view name) {
  if (name.starts_with('_')) return {};
  const Opened opened(*state_, &binding);
  if (!opened) return {};
  const python::ImportFrom& from = *binding.import_stmt;
  ValueSet result;
  const std::string_view file = from.level == 0
                                    ? table_.resolve(from.module, module.path())
                                    : table_.resolve_relative(from.level, from.module, module.path());
  state_->basis.unread = state_->basis.unread || (!file.empty() && module_at(file) == nullptr);
  const std::string absolute = from.level == 0 ? std::string(from.module)
                                               : table_.absolute_name(from.level, from.module, module.path());
  const std::string full = absolute + "." + std::string(name);
  if (from.level == 0 || catalog_.leads_to_native(full)) {
    if (const catalog::Api* api = catalog_.find(full); api != nullptr) {
      result.add({.kind = ValueKind::external, .text = intern(full), .module = &module, .api = api});
    }
  }
  if (result.empty()) {
    if (const Module* target = module_at(file); target != nullptr && target != &module) {
      result = member_of(*target, name);
    }
  }
  return result;
}

}  // namespace forklint::program
