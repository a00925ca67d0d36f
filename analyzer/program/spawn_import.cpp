#include "program/spawn_import.h"

#include <algorithm>

#include "program/spawn_names.h"

namespace forklint::program {
namespace {

class ImportWalk {
 public:
  ImportWalk(Evaluator& evaluator, const CallGraph& graph, const Site& site)
      : evaluator_(evaluator), graph_(graph), site_(site) {}

  std::optional<ImportedStart> find(const Module& entry) {
    seen_.insert(&entry);
    std::optional<ImportedStart> found;
    for (const BodyItem& item : graph_.body(entry, nullptr)) {
      const std::optional<bool> certain = reaches(item, entry);
      if (!certain || (found && (found->certain || !*certain))) continue;
      found = ImportedStart{item.span, *certain};
    }
    return found;
  }

 private:
  // Nothing where it does not lead to the site; else whether it surely does.
  std::optional<bool> reaches(const BodyItem& item, const Module& module) {
    if (evaluator_.alive(item.region, module, false) == 0) return std::nullopt;
    const bool sure = is_unconditional(item.region) && item.flow.exits.empty();
    if (std::find(item.forks.begin(), item.forks.end(), &site_) != item.forks.end()) return sure;
    std::optional<bool> best;
    const auto consider = [&](std::optional<bool> inner) {
      if (inner && (!best || *inner)) best = *inner && sure;
    };
    for (const Module* imported : item.imports) consider(in_body(*imported, nullptr));
    for (const auto* targets : {&item.runs, &item.enters}) {
      for (const Evaluator::Target& target : *targets) consider(in_body(*target.module, target.function));
    }
    return best;
  }

  std::optional<bool> in_body(const Module& module, const python::Function* function) {
    const void* node = function == nullptr ? static_cast<const void*>(&module) : function;
    if (!seen_.insert(node).second) return std::nullopt;
    std::optional<bool> best;
    for (const BodyItem& item : graph_.body(module, function)) {
      const std::optional<bool> inner = reaches(item, module);
      if (inner && (!best || *inner)) best = inner;
    }
    return best;
  }

  Evaluator& evaluator_;
  const CallGraph& graph_;
  const Site& site_;
  std::unordered_set<const void*> seen_;
};

}  // namespace

std::optional<ImportedStart> start_at_import(Evaluator& evaluator, const CallGraph& graph,
                                             const Module& entry, const Site& site) {
  // `python -m package` does not import __main__.py again; a test module is imported by its runner, once.
  // Nor can a notebook be imported.
  if (entry.syntax.source().notebook() != nullptr || entry.path().ends_with("__main__.py") || is_test(entry))
    return std::nullopt;
  return ImportWalk(evaluator, graph, site).find(entry);
}

}  // namespace forklint::program
