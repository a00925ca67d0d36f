// Who runs whom: of every function and module, the calls and imports in their order, with what of the project
// each of them runs. Only what leads to a site is kept, so that following the program costs what its sites
// cost, not what its code does. Internal.
#pragma once

#include <cstdint>
#include <memory>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "program/evaluator.h"
#include "program/site.h"

namespace forklint::program {

// One call or import of a body.
struct BodyItem {
  const python::CallSite* call = nullptr;  // or
  const python::Stmt* import = nullptr;
  std::vector<const Site*> sites;         // that take effect here
  std::vector<Evaluator::Target> runs;    // functions that the call runs in this process, before it returns
  std::vector<Evaluator::Target> handed;  // functions among its arguments: code that is not ours may run them
  std::vector<const Module*> imports;     // modules of the project that the import runs
  std::uint32_t position = 0;             // in the text: bytes
};

class CallGraph {
 public:
  CallGraph(Evaluator& evaluator, const ModuleTable& table,
            const std::vector<std::unique_ptr<Module>>& modules,
            const std::vector<std::unique_ptr<Site>>& sites);

  // `function` null: the module's own level. Empty for what leads to no site.
  const std::vector<BodyItem>& body(const Module& module, const python::Function* function) const;
  // Whether running it can reach a site.
  bool leads(const Module& module, const python::Function* function) const;
  // Whether some module of the project imports this one.
  bool is_imported(const Module& module) const { return imported_.contains(&module); }
  const std::unordered_map<const python::CallSite*, std::vector<const Site*>>& sites_of_call() const {
    return sites_of_call_;
  }

 private:
  // A function, or a module for its own level.
  using Node = const void*;

  static Node node_of(const Module& module, const python::Function* function);
  void place_sites(const std::vector<std::unique_ptr<Site>>& sites);
  void add_calls(const Module& module);
  void add_imports(const Module& module);
  void add_handed(const Module& module, const python::Call& call, BodyItem& item);
  std::vector<const Module*> imported_by(const Module& module, const python::Stmt& stmt) const;
  void keep_what_leads();

  Evaluator& evaluator_;
  const ModuleTable& table_;
  std::unordered_map<const python::CallSite*, std::vector<const Site*>> sites_of_call_;
  std::unordered_map<Node, std::vector<BodyItem>> bodies_;
  std::unordered_set<const Module*> imported_;
};

}  // namespace forklint::program
