// What the code does with the things that sites make: enters them, iterates over them, calls their methods,
// or drops them. Internal, for SiteFinder.
#pragma once

#include <span>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "program/evaluator.h"
#include "program/site.h"

namespace forklint::program {

class InstanceUses {
 public:
  explicit InstanceUses(Evaluator& evaluator) : evaluator_(evaluator) {}

  // What a statement does to values.
  void note_statement(const Module& module, const python::Stmt& stmt);
  void note_attributes(const Module& module);
  void note_submission(const Module& module, const python::CallSite& call, const catalog::Api& api);
  void add(const Value& instance, const InstanceUse& use);

  // Of what an expression makes.
  std::span<const InstanceUse> of(const python::Expr* made) const;
  // When all is noted: fills in the uses of a site.
  void tell(Site& site) const;
  // Whether what a site makes is surely never used in a way that creates.
  bool is_unused(const Site& site) const;

 private:
  Evaluator& evaluator_;
  std::unordered_map<const python::Expr*, std::vector<InstanceUse>> uses_of_expr_;
  std::unordered_map<const python::Class*, std::vector<InstanceUse>> uses_of_class_;
  std::unordered_map<const python::Class*, std::vector<InstanceUse>> uses_by_self_;
  std::unordered_set<const python::Expr*> statements_;
};

}  // namespace forklint::program
