// What the functions of one module, and its own level, do in their order. Internal, for CallGraph.
#pragma once

#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "program/call_graph.h"
#include "program/queue_waits.h"
#include "program/self_calls.h"
#include "program/site_roles.h"

namespace forklint::program {

class BodyBuilder {
 public:
  BodyBuilder(Evaluator& evaluator, const catalog::Catalog& catalog, const ModuleTable& table,
              const SiteRoles& roles, const Wrappers& wrappers, const SelfCalls& self_calls,
              const std::unordered_set<std::string_view>& properties, const Module& module)
      : evaluator_(evaluator),
        catalog_(catalog),
        table_(table),
        roles_(roles),
        wrappers_(wrappers),
        self_calls_(self_calls),
        properties_(properties),
        module_(module),
        queue_waits_(evaluator, roles, module) {}

  // By function; null: the module's own level.
  std::unordered_map<const python::Function*, std::vector<BodyItem>> build();

 private:
  void note_regions();
  void note_kept(const python::Function* function, const python::Stmt& stmt);
  void add_deletions();
  void add_statements(const python::Function* function, python::Block body);
  void add_with(const python::Function* function, const python::With& with);
  void add_managers(const python::Expr& context, BodyItem& enter, BodyItem& leave);
  void add_loop(const python::Function* function, const python::For& loop);
  // Comprehensions and `yield from` within an expression.
  void add_iterations(const python::Function* function, const python::Expr& expr);
  // What runs over `iterable`, from where it stands to `end` in the text (bytes).
  void add_iteration(const python::Function* function, const python::Expr& iterable,
                     const python::Region* region, std::uint32_t end);
  void add_call(const python::CallSite& call);
  void add_before_forks(const python::Call& call, BodyItem& item) const;
  void add_unread(std::string_view name, const python::Call& call, BodyItem& item) const;
  void add_properties(const python::Expr& expr, BodyItem& item);
  void add_handed(const python::Call& call, const Module& module, BodyItem& item);
  // What was handed to the constructor of what this call starts, and its `run` method.
  void add_started(const Value& callee, const python::CallSite& call, BodyItem& item);
  bool iterates_by_itself(const Value& instance, const Site& site);
  void add_method(const Value& instance, std::string_view name, BodyItem& item);
  bool asks_for(const Site& site, const python::Region* region) const;
  void apply(const SiteRole& role, BodyItem& item, const python::CallSite* call) const;
  const python::Region* region_around(const void* statement, const python::Expr& expr) const;
  static void merge(std::vector<BodyItem>& calls, std::vector<BodyItem> others);

  Evaluator& evaluator_;
  const catalog::Catalog& catalog_;
  const ModuleTable& table_;
  const SiteRoles& roles_;
  const Wrappers& wrappers_;
  const SelfCalls& self_calls_;
  const std::unordered_set<std::string_view>& properties_;  // names of the project's
  const Module& module_;
  QueueWaits queue_waits_;
  std::unordered_map<const python::Function*, std::vector<BodyItem>> calls_;
  std::unordered_map<const python::Function*, std::vector<BodyItem>> others_;
  std::unordered_map<const python::Expr*, std::string_view> kept_;  // what assignments keep, under which name
  struct Deletion {
    const python::Function* function;
    std::string_view name;
    Span span;
    const python::Expr* anew;  // what the name is bound to instead; null for `del name`
  };
  void let_go(const Deletion& deletion, const BodyItem& call, BodyItem& item) const;

  std::vector<Deletion> deletions_;
  std::unordered_set<const python::Expr*> looped_over_;  // calls around what a loop runs over
  // The region in which a with statement's context or a loop stands, where calls tell.
  std::unordered_map<const void*, const python::Region*> regions_;
};

}  // namespace forklint::program
