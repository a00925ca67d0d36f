// Which dotted names the project itself defines: a record of the catalog is for the users of a library, in
// the library's own code the calls behind its functions are what counts. Internal.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "program/evaluator.h"

namespace forklint::program {

class ProjectNames {
 public:
  ProjectNames(Evaluator& evaluator, const ModuleTable& table) : evaluator_(evaluator), table_(table) {}

  // Whether `name`, as code in `importer` reaches it, is made in a module of the project.
  bool defines(std::string_view name, const Module& importer);

 private:
  bool look_up(std::string_view name, const Module& importer);

  Evaluator& evaluator_;
  const ModuleTable& table_;
  std::unordered_map<const Module*, std::unordered_map<std::string, bool>> known_;
};

}  // namespace forklint::program
