// Finds where runs of the program begin: in the code, and where the project declares it. Internal.
#pragma once

#include <memory>
#include <unordered_map>
#include <vector>

#include "program/call_graph.h"
#include "program/entry_point.h"
#include "workspace/declared_entry.h"

namespace forklint::program {

// The file of the project that runs or is imported first; "" where the project has none of that name.
std::string_view file_of(const workspace::DeclaredEntry& declared, const ModuleTable& table);

class EntryPoints {
 public:
  EntryPoints(Evaluator& evaluator, const CallGraph& graph, const ModuleTable& table)
      : evaluator_(evaluator), graph_(graph), table_(table) {}

  // In the order of the modules, then in that of the declarations; tests last. Files that are not parsed lead
  // to no site and are left out.
  std::vector<std::unique_ptr<EntryPoint>> find(const std::vector<std::unique_ptr<Module>>& modules,
                                                const std::vector<workspace::DeclaredEntry>& declared);

 private:
  void add_script(const Module& module);
  void add_declared(const workspace::DeclaredEntry& declared);
  void add_launched(const Module& module, const workspace::DeclaredEntry& declared);
  void add_function(const Module& module, const workspace::DeclaredEntry& declared);
  EntryPoint& add(EntryKind kind, const Module& module, Span place);

  Evaluator& evaluator_;
  const CallGraph& graph_;
  const ModuleTable& table_;
  std::vector<std::unique_ptr<EntryPoint>> found_;
  std::unordered_map<const Module*, EntryPoint*> scripts_;
};

}  // namespace forklint::program
