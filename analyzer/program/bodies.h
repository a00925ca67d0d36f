// What runs when a function is called or a module imported: calls and imports in their order. Internal.
#pragma once

#include <memory>
#include <unordered_map>
#include <vector>

#include "program/evaluator.h"

namespace forklint::program {

struct BodyItem {
  const python::CallSite* call = nullptr;  // or
  const python::Stmt* import = nullptr;
  std::uint32_t position = 0;  // in the text, to put imports between calls
};

class Bodies {
 public:
  Bodies(Evaluator& evaluator, const ModuleTable& table, const std::vector<std::unique_ptr<Module>>& modules);

  // `function` null: the module's own level.
  const std::vector<BodyItem>& of(const Module& module, const python::Function* function) const;
  // The modules of the project that an Import or ImportFrom runs.
  std::vector<const Module*> imported_by(const Module& module, const python::Stmt& stmt) const;

 private:
  Evaluator& evaluator_;
  const ModuleTable& table_;
  std::unordered_map<const Module*, std::unordered_map<const python::Function*, std::vector<BodyItem>>>
      items_;
};

}  // namespace forklint::program
