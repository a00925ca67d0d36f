// What the import statements of one module run, and what their libraries start by being imported. Internal,
// for the bodies of the call graph.
#pragma once

#include <utility>
#include <vector>

#include "program/call_graph.h"

namespace forklint::program {

class ImportItems {
 public:
  ImportItems(const Evaluator& evaluator, const catalog::Catalog& catalog, const ModuleTable& table,
              const Module& module)
      : evaluator_(evaluator), catalog_(catalog), table_(table), module_(module) {}

  // In the order of the text, each with the function around it; null: the module's own level.
  std::vector<std::pair<const python::Function*, BodyItem>> find() const;

 private:
  const python::Region* region_of(const python::Stmt& stmt) const;
  void add_modules(const python::Stmt& stmt, BodyItem& item) const;
  void add_hazards(const python::Stmt& stmt, BodyItem& item) const;

  const Evaluator& evaluator_;
  const catalog::Catalog& catalog_;
  const ModuleTable& table_;
  const Module& module_;
};

}  // namespace forklint::program
