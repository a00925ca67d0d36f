// Who runs whom: of every function and module the calls, imports, with statements and loops in their order,
// with what of the project each of them runs and what it does to processes, threads and locks.
//
// Only what leads to a site is kept, so that following the program costs what its sites cost, not what its
// code does. Internal.
#pragma once

#include <cstdint>
#include <memory>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "program/control_flow.h"
#include "program/evaluator.h"
#include "program/site.h"
#include "program/wrappers.h"

namespace forklint::program {

enum class ItemKind : std::uint8_t {
  call,
  import,
  enter,  // a with statement or a loop over something begins
  leave,  // and ends
};

// How sure it is that an item ends a hazard.
enum class EndKind : std::uint8_t {
  sure,      // whenever the item is reached
  if_begun,  // and it stands behind a question for the thing itself: `if thread is not None: thread.join()`
  maybe,
  told,  // it is told to, and does so some time later
  gone,  // as sure, also where the thing outlives what else ends it: nobody holds it any more
};

// A file of the project that is not parsed and that an item imports or calls into.
struct UnreadUse {
  std::string_view file;
  const Module* used_by = nullptr;
  std::vector<const python::Class*> given;  // of objects that it is given in a call
  std::vector<const Site*> given_sites;     // whose instances, which fork later, it is given
};

// The same as the whole program sees it.
struct UnreadFile {
  std::string_view file;
  const Module* used_by = nullptr;
  std::vector<std::string_view> methods;  // of objects that it is given there, which lead to a fork

  bool operator==(const UnreadFile&) const = default;
  // By path: the same in every run.
  bool operator<(const UnreadFile& other) const {
    if (file != other.file) return file < other.file;
    if (used_by != other.used_by) return used_by->path() < other.used_by->path();
    return methods < other.methods;
  }
};

// One thing that a body does. Its address is its identity.
struct BodyItem {
  ItemKind kind = ItemKind::call;
  const python::Region* region = nullptr;
  Span span;                               // what to point at
  std::uint32_t position = 0;              // in the text: bytes
  const python::CallSite* call = nullptr;  // of a call
  ControlFlow flow;

  std::vector<const Site*> makes;   // whose own call this is
  std::vector<const Site*> sites;   // whose start method is settled here
  std::vector<const Site*> forks;   // whose processes are created here
  std::vector<const Site*> starts;  // whose hazard begins here
  std::vector<std::pair<const Site*, EndKind>> ends;
  // Which expression stands for what a site made, where something is done with it: `loader` of the loop.
  std::vector<std::pair<const Site*, const python::Expr*>> subjects;
  std::vector<const catalog::ImportHazard*> import_hazards;

  std::vector<Evaluator::Target> runs;  // functions that it runs in this process and thread
  // Functions that code which is not ours may run, or a child, or a thread.
  std::vector<Evaluator::Target> handed;
  bool runs_handed = false;          // the call itself runs them before it returns: map, sorted
  std::vector<const Site*> workers;  // whose processes run them: the pool of `pool.map(work, items)`
  // What os.register_at_fork is told to run before every fork.
  std::vector<Evaluator::Target> before_forks;
  // Generators behind `with`: what stands before their yield, and what stands after it.
  std::vector<Evaluator::Target> enters;
  std::vector<Evaluator::Target> leaves;
  const python::Function* runs_wrapped = nullptr;  // the decorator whose argument is called
  std::vector<const Module*> imports;              // modules of the project that it runs
  std::vector<UnreadUse> unread;                   // that hold what it runs
  bool fails = false;                              // a test expects that it raises

  bool acts() const {
    return !makes.empty() || !sites.empty() || !forks.empty() || !starts.empty() || !ends.empty() ||
           !import_hazards.empty();
  }
  bool matters() const {
    return acts() || !runs.empty() || !enters.empty() || !leaves.empty() || !handed.empty() ||
           !imports.empty() || !unread.empty() || !before_forks.empty() || runs_wrapped != nullptr;
  }
  template <typename Visit>
  void for_each_target(Visit visit) const {
    for (const auto* targets : {&runs, &enters, &leaves, &handed, &before_forks}) {
      for (const Evaluator::Target& target : *targets) visit(target);
    }
  }
};

// What else would have to be read to know all that happens around the forks.
struct Unread {
  std::vector<UnreadFile> files;  // run by what leads to a fork, or imported there
  // Top-level names that lead to a fork when they are called: who uses them is not known to the graph.
  std::vector<std::pair<const Module*, std::string_view>> leading;
  // That hold what runs in workers, or what that reads; parsed or not.
  std::vector<std::string_view> of_workers;
};

// The file of the project, parsed or not, that holds what a dotted name stands for; "" for none.
std::string_view file_behind(std::string_view name, const Module& importer, const ModuleTable& table);

class CallGraph {
 public:
  CallGraph(Evaluator& evaluator, const catalog::Catalog& catalog, const ModuleTable& table,
            const std::vector<std::unique_ptr<Module>>& modules,
            const std::vector<std::unique_ptr<Site>>& sites);

  // `function` null: the module's own level. Empty for what leads to no site.
  const std::vector<BodyItem>& body(const Module& module, const python::Function* function) const;
  // Whether running it can reach a site.
  bool leads(const Module& module, const python::Function* function) const {
    return leading_.contains(node_of(module, function)) ||
           (function == nullptr && leading_.contains(script_of(module)));
  }
  // Whether running it can end a hazard.
  bool ends(const python::Function& function) const { return ending_.contains(&function); }
  const Wrappers& wrappers() const { return wrappers_; }
  const Unread& unread() const { return unread_; }
  // The packages whose `__init__.py` runs before the module, the outermost first.
  std::vector<const Module*> packages_around(const Module& module) const;
  // Whether some module of the project imports this one.
  bool is_imported(const Module& module) const { return imported_.contains(&module); }

 private:
  // A function, a module for its own level, or what stands under its main guard: no import runs that.
  using Node = const void*;

  static Node node_of(const Module& module, const python::Function* function);
  // Any address within it but that of the whole.
  static Node script_of(const Module& module) { return &module.name; }
  // Who runs an item that stands in the body of `node`.
  Node runner_of(Node node, const BodyItem& item) const;
  // The nodes of which an item is so.
  template <typename Test>
  std::vector<Node> nodes_where(Test test) const;
  using Callers = std::unordered_map<Node, std::vector<Node>>;
  Callers run_by() const;
  // All bodies that run one of these.
  static std::unordered_set<Node> closure(std::vector<Node> open, const Callers& callers);
  static bool leads_in(const Module& module, const std::unordered_set<Node>& leading);
  void add_run_by(const std::unordered_set<Node>& leading, std::vector<UnreadFile>& files) const;
  void add_unread_before(const Module& module, std::vector<UnreadFile>& files) const;
  using Methods = std::unordered_map<const python::Class*, std::vector<std::string_view>>;
  void add_given(const Methods& leading_methods, const std::unordered_set<Node>& leading,
                 std::vector<UnreadFile>& files) const;
  void add_bases(const Module& module, const Methods& leading_methods, std::vector<UnreadFile>& files) const;
  void add_leading_values(const Module& module, const std::unordered_set<Node>& leading);
  void find_unread(const Callers& callers, const std::vector<std::unique_ptr<Module>>& modules);
  void keep_what_leads(const Callers& callers);

  Evaluator& evaluator_;
  const ModuleTable& table_;
  std::unordered_map<std::string_view, const Module*> by_path_;
  Wrappers wrappers_;
  std::unordered_map<Node, std::vector<BodyItem>> bodies_;
  std::unordered_map<Node, Node> scripts_;  // of modules
  std::unordered_set<Node> leading_;
  std::unordered_set<Node> ending_;
  Unread unread_;
  std::unordered_set<const Module*> imported_;
};

}  // namespace forklint::program
