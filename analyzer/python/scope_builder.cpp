#include "python/scope_builder.h"

#include <algorithm>
#include <utility>

#include "python/evaluation_order.h"
#include "python/reaching.h"
#include "python/use_resolver.h"

namespace forklint::python {
namespace {

ReadSlots slots_of(const UseEvent& use, const ScopeDraft& frame, NameTable& names) {
  const auto slot_in_frame = [&](const Variable* variable) {
    return variable != nullptr && variable->owner->frame == &frame ? variable->slot : kNoSlot;
  };
  const Resolved resolved = names.resolve(*use.scope, use.name->id);
  return {.first = slot_in_frame(resolved.first), .second = slot_in_frame(resolved.second)};
}

void add_reached(const Frame& frame, NameTable& names, StateTable& states, std::vector<PendingUse>& uses) {
  const std::vector<BoundSlot> binds = names.own(*frame.scope, frame.binds);
  std::vector<ReadSlots> reads;
  reads.reserve(frame.uses.size());
  for (const UseEvent& use : frame.uses) reads.push_back(slots_of(use, *frame.scope, names));
  const Reached reached = reach({frame.tape, binds, reads, frame.scope->slots}, states);
  for (std::size_t i = 0; i < frame.uses.size(); ++i) {
    uses.push_back({frame.uses[i].name, frame.uses[i].scope, reached.uses[i]});
  }
}

// Function bodies are walked late, so bindings by `global` come after those that follow them in the text.
void publish_names(NameTable& names) {
  for (ScopeDraft& scope : names.scopes()) {
    scope.scope->names.reserve(scope.variables.size());
    for (auto& [name, variable] : scope.variables) {
      std::stable_sort(variable.bindings.begin(), variable.bindings.end(),
                       [](const Binding* a, const Binding* b) { return a->span.begin < b->span.begin; });
      scope.scope->names.emplace(name, std::move(variable.bindings));
    }
  }
}

template <typename T>
void sort_by_text(std::vector<const T*>& nodes) {
  std::stable_sort(nodes.begin(), nodes.end(),
                   [](const T* a, const T* b) { return a->span.begin < b->span.begin; });
}

}  // namespace

void ScopeBuilder::build(PythonModule& module) {
  ModuleDraft draft{.index = std::move(module.index_)};
  NameTable names;
  StateTable states;
  std::vector<PendingUse> uses;
  EvaluationOrder walk(module.body_, draft, names);
  while (const std::optional<Frame> frame = walk.next()) add_reached(*frame, names, states, uses);

  UseResolver resolver(names, states, draft, *module.arena_);
  module.uses_.reserve(uses.size());
  for (const PendingUse& use : uses) {
    std::uint32_t& index = draft.index[use.name->number];
    if (index != kNoIndex) continue;
    index = static_cast<std::uint32_t>(module.uses_.size());
    module.uses_.push_back({use.name, use.scope->scope, resolver.resolve(use)});
  }
  publish_names(names);
  sort_by_text(draft.functions);
  sort_by_text(draft.classes);
  sort_by_text(draft.imports);

  module.scope_ = names.scopes().front().scope;
  module.scopes_ = std::move(draft.scopes);
  module.bindings_ = std::move(draft.bindings);
  module.regions_ = std::move(draft.regions);
  module.index_ = std::move(draft.index);
  module.calls_ = std::move(draft.calls);
  module.attribute_bindings_ = std::move(draft.attribute_bindings);
  module.functions_ = std::move(draft.functions);
  module.classes_ = std::move(draft.classes);
  module.imports_ = std::move(draft.imports);
}

}  // namespace forklint::python
