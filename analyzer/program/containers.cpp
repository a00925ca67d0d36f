// Parts of tuples, lists and dicts: unpacking and subscripts.
#include <algorithm>

#include "program/call_evaluator.h"
#include "program/evaluator.h"
#include "program/evaluator_state.h"

namespace forklint::program {
namespace {

bool has_star(const python::Sequence& sequence) {
  return std::any_of(sequence.items.begin(), sequence.items.end(),
                     [](const python::Expr* item) { return item->kind == python::ExprKind::starred; });
}

// `DataLoader[T]` is DataLoader; `Colour["RED"]` is no class.
bool is_generic(const Value& value, const python::Subscript& node) {
  const bool is_class = value.kind == ValueKind::class_ ||
                        (value.kind == ValueKind::external && value.api != nullptr && value.api->is_class);
  return is_class && std::none_of(node.indices.begin(), node.indices.end(), [](const python::Expr* index) {
           return index->kind == python::ExprKind::string;
         });
}

}  // namespace

// What an element of a list, tuple, set or comprehension can be; `index` negative: any of them.
ValueSet Evaluator::element(const Value& collection, std::int32_t index, const Frame* frame) {
  ValueSet result;
  const Module& module = *collection.module;
  const ValueSet added = added_to(*collection.expr, module);
  if (const auto* made = python::as<python::Comprehension>(collection.expr)) {
    result = values(*made->element, module, frame);
  } else if (const auto* sequence = python::as<python::Sequence>(collection.expr)) {
    const bool is_exact = index >= 0 && added.empty() && !has_star(*sequence);
    if (is_exact && static_cast<std::size_t>(index) >= sequence->items.size()) return ValueSet::unknown();
    for (std::size_t i = 0; i < sequence->items.size(); ++i) {
      if (is_exact && i != static_cast<std::size_t>(index)) continue;
      if (sequence->items[i]->kind == python::ExprKind::starred) {
        result.set_open();
      } else {
        result.add(values(*sequence->items[i], module, frame));
      }
    }
  }
  result.add(added);
  return result.empty() ? ValueSet::unknown() : result;
}

// What the module adds to a collection after it was made, under the name or attribute that it was bound to.
ValueSet Evaluator::added_to(const python::Expr& collection, const Module& module) {
  if (state_->collected.insert(&module).second) collect_additions(module);
  const auto found = state_->additions.find(&collection);
  if (found == state_->additions.end()) return {};
  ValueSet result;
  for (const python::Expr* item : found->second) result.add(values(*item, module));
  return result;
}

void Evaluator::collect_additions(const Module& module) {
  constexpr std::string_view kAdding[] = {"append", "appendleft", "add", "insert"};
  const auto of_module = state_->attributes.find(&module);
  for (const python::CallSite& site : module.syntax.calls()) {
    const auto* method = python::as<python::Attribute>(site.call->callee);
    if (method == nullptr || site.call->arguments.empty()) continue;
    if (std::find(std::begin(kAdding), std::end(kAdding), method->name) == std::end(kAdding)) continue;
    const python::Expr* item = site.call->arguments.back().value;
    if (const auto* name = python::as<python::Name>(method->value)) {
      for (const python::Binding* binding : module.syntax.use_of(*name).bindings) {
        if (binding->value != nullptr) state_->additions[binding->value].push_back(item);
      }
    } else if (const auto* attribute = python::as<python::Attribute>(method->value);
               attribute != nullptr && of_module != state_->attributes.end()) {
      const auto bound = of_module->second.find(attribute->name);
      if (bound == of_module->second.end()) continue;
      for (const python::AttributeBinding* binding : bound->second) {
        if (binding->value != nullptr) state_->additions[binding->value].push_back(item);
      }
    }
  }
}

ValueSet Evaluator::unpacked(ValueSet values_in, const std::vector<std::int32_t>& path, std::size_t from,
                             const Frame* frame) {
  if (from == path.size()) return values_in;
  ValueSet result;
  if (values_in.open()) result.set_open();
  for (const Value& value : values_in.values()) {
    if (value.kind != ValueKind::sequence || path[from] == -1) {
      result.set_open();
    } else {
      result.add(unpacked(element(value, path[from], frame), path, from + 1, frame));
    }
  }
  return result;
}

// What a subscript with a key that is not known can give: a table of alternatives is chosen from.
ValueSet Evaluator::any_item(const ValueSet& base, const Frame* frame) {
  ValueSet result;
  for (const Value& value : base.values()) {
    const auto* table = value.kind == ValueKind::dict ? python::as<python::Dict>(value.expr) : nullptr;
    if (value.kind == ValueKind::sequence) {
      result.add(element(value, -1, frame));
    } else if (table == nullptr) {
      result.set_open();
    } else {
      for (const python::DictEntry& entry : table->entries) {
        if (entry.key == nullptr) {
          result.set_open();
        } else {
          result.add(values(*entry.value, *value.module, frame));
        }
      }
    }
  }
  return result.empty() ? ValueSet::unknown() : result;
}

ValueSet Evaluator::subscript(const python::Subscript& node, const Module& module, const Frame* frame) {
  ValueSet base = values(*node.value, module, frame);
  if (const Value* only = base.single(); only != nullptr && is_generic(*only, node)) return base;
  if (node.indices.size() != 1) return ValueSet::unknown();
  const ValueSet index = values(*node.indices.front(), module, frame);
  const Value* key = index.single();
  ValueSet result;
  for (const Value& value : base.values()) {
    if (value.kind != ValueKind::instance || value.api == nullptr || value.api->items.empty()) continue;
    Value item = value;
    item.api = catalog_.find(value.api->items);
    item.text = value.api->items;
    result.add(item);
  }
  if (!result.empty()) return result;
  if (base.open()) result.set_open();
  if (key == nullptr) {
    result.add(any_item(base, frame));
    return result;
  }
  for (const Value& value : base.values()) {
    if (value.kind == ValueKind::sequence && key->kind == ValueKind::integer && key->integer >= 0) {
      result.add(unpacked(ValueSet(value), {static_cast<std::int32_t>(key->integer)}, 0, frame));
    } else if (value.kind == ValueKind::dict && key->kind == ValueKind::string) {
      result.add(CallEvaluator(*this, *value.module, frame).entry(value, key->text).values);
    } else if (value.kind == ValueKind::external && value.text == "sys.version_info") {
      result.add({.kind = ValueKind::external, .text = "sys.version_info.major", .module = &module});
      if (key->integer != 0) result.set_open();
    } else {
      result.set_open();
    }
  }
  return result;
}

}  // namespace forklint::program
