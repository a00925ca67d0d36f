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

}  // namespace

ValueSet Evaluator::unpacked(ValueSet values_in, const std::vector<std::int32_t>& path, std::size_t from,
                             const Frame* frame) {
  if (from == path.size()) return values_in;
  ValueSet result;
  if (values_in.open()) result.set_open();
  for (const Value& value : values_in.values()) {
    const auto* sequence =
        value.kind == ValueKind::sequence ? python::as<python::Sequence>(value.expr) : nullptr;
    const auto index = static_cast<std::size_t>(path[from]);
    if (sequence == nullptr || path[from] == -1 || has_star(*sequence) ||
        (path[from] >= 0 && index >= sequence->items.size())) {
      result.set_open();
    } else if (path[from] >= 0) {
      result.add(unpacked(values(*sequence->items[index], *value.module, frame), path, from + 1, frame));
    } else {
      for (const python::Expr* item : sequence->items) {
        result.add(unpacked(values(*item, *value.module, frame), path, from + 1, frame));
      }
    }
  }
  return result;
}

ValueSet Evaluator::subscript(const python::Subscript& node, const Module& module, const Frame* frame) {
  if (node.indices.size() != 1) return ValueSet::unknown();
  const ValueSet base = values(*node.value, module, frame);
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
  if (base.open() || key == nullptr) result.set_open();
  if (key == nullptr) return result;
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
