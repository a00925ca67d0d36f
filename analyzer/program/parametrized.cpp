// What pytest passes for a parameter of a test: `@pytest.mark.parametrize("workers", [1, 2])`.
#include <algorithm>
#include <optional>

#include "program/call_evaluator.h"

namespace forklint::program {
namespace {

constexpr std::string_view kParametrize = "pytest.mark.parametrize";
constexpr std::string_view kParam = "pytest.param";

bool may_be(const python::Call* call, std::string_view name) {
  const auto* callee = call == nullptr ? nullptr : python::as<python::Attribute>(call->callee);
  return callee != nullptr && name.ends_with(callee->name);
}

// "workers, size", ["workers", "size"]: the position of the parameter among them, of how many.
struct PositionAmong {
  std::size_t index = 0;
  std::size_t count = 0;
};

std::optional<PositionAmong> position_of(std::string_view parameter, const python::Expr& names) {
  std::vector<std::string_view> all;
  if (const auto* text = python::as<python::String>(&names)) {
    std::string_view rest = text->value;
    while (!rest.empty()) {
      const std::size_t begin = std::min(rest.find_first_not_of(" ,"), rest.size());
      const std::size_t end = std::min(rest.find_first_of(" ,", begin), rest.size());
      if (begin < end) all.push_back(rest.substr(begin, end - begin));
      rest.remove_prefix(end);
    }
  } else if (const auto* list = python::as<python::Sequence>(&names)) {
    for (const python::Expr* item : list->items) {
      const auto* name = python::as<python::String>(item);
      all.push_back(name == nullptr ? std::string_view() : name->value);
    }
  }
  const auto found = std::find(all.begin(), all.end(), parameter);
  if (found == all.end()) return std::nullopt;
  return PositionAmong{static_cast<std::size_t>(found - all.begin()), all.size()};
}

}  // namespace

// One set of values: a plain value for one parameter, a tuple for several; or pytest.param() of them.
ValueSet CallEvaluator::of_set(const python::Expr& set, std::size_t index, std::size_t count) {
  const auto* call = python::as<python::Call>(&set);
  if (may_be(call, kParam)) {
    const ValueSet callees = values(*call->callee);
    const bool is_param = callees.single() != nullptr && external_name(*callees.single()) == kParam;
    if (!is_param || index >= call->arguments.size()) return ValueSet::unknown();
    const python::Argument& argument = call->arguments[index];
    return argument.kind == python::ArgumentKind::positional ? values(*argument.value) : ValueSet::unknown();
  }
  if (count == 1) return values(set);
  const auto* tuple = python::as<python::Sequence>(&set);
  return tuple != nullptr && tuple->items.size() == count ? values(*tuple->items[index])
                                                          : ValueSet::unknown();
}

std::optional<ValueSet> CallEvaluator::parametrized(const python::Function& test,
                                                    std::string_view parameter) {
  std::vector<const python::Expr*> decorators(test.decorators.begin(), test.decorators.end());
  if (test.class_ != nullptr)
    decorators.insert(decorators.end(), test.class_->decorators.begin(), test.class_->decorators.end());
  for (const python::Expr* decorator : decorators) {
    const auto* call = python::as<python::Call>(decorator);
    if (!may_be(call, kParametrize) || call->arguments.size() < 2) continue;
    const std::optional<PositionAmong> position = position_of(parameter, *call->arguments[0].value);
    if (!position) continue;
    const ValueSet callees = values(*call->callee);
    if (callees.single() == nullptr || external_name(*callees.single()) != kParametrize) continue;
    const ValueSet sets = values(*call->arguments[1].value);
    const Value* list = sets.single();
    const auto* items = list == nullptr || list->kind != ValueKind::sequence
                            ? nullptr
                            : python::as<python::Sequence>(list->expr);
    if (items == nullptr || list->module != &module_) return ValueSet::unknown();
    ValueSet result;
    for (const python::Expr* item : items->items) result.add(of_set(*item, position->index, position->count));
    return result;
  }
  return std::nullopt;
}

}  // namespace forklint::program
