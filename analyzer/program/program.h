// The whole project as one value, and the questions that rules ask of it.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "catalog/catalog.h"
#include "program/call_graph.h"
#include "program/execution.h"
#include "program/site.h"
#include "program/spawn_safety.h"
#include "workspace/settings.h"

namespace forklint::native {
class NativeCode;
}

namespace forklint::program {

// What of the start method of a site is left to the default context, over all ways to reach it.
struct DefaultOutcome {
  TargetMask forks = 0;                    // the default is fork there and nothing changes it first
  TargetMask unknown = 0;                  // set from a value that is not known
  bool set_sometimes = false;              // a setting may or may not come first
  std::vector<const EntryPoint*> entries;  // from which it forks; null for a caller outside the project
  std::vector<const Site*> settings;       // those that may come first
};

// What the user wants to be written instead of a fork.
struct Preference {
  StartMethod method = StartMethod::spawn;
  bool at_entry_points = false;  // set_start_method once in each script, instead of a context at each call
};

struct ProgramInput {
  std::vector<std::unique_ptr<Module>> modules;  // sorted by path
  const ModuleTable* table = nullptr;            // of all files; outlives the program
  Target target;
  std::optional<workspace::RequiresPython> requires_python;
  bool is_installable = false;  // others may import its packages
  Preference preference;
  std::vector<workspace::DeclaredEntry> declared;  // where the project says that it begins
  const native::NativeCode* native = nullptr;      // null for none; outlives the program
  unsigned jobs = 1;                               // threads; 0: as many as there are
  // Whether some file of the project, parsed or not, imports the one at a path.
  std::function<bool(std::string_view)> is_imported;
};

struct Work;

class Program {
 public:
  // `catalog` outlives the program.
  static Program link(ProgramInput input, const catalog::Catalog& catalog);
  Program(Program&&) noexcept;
  Program& operator=(Program&&) noexcept;
  ~Program();

  const std::vector<const Module*>& modules() const;  // sorted by path
  const std::vector<const Site*>& sites() const;
  // Those of one module, and those that construct classes of the project.
  const std::vector<const Site*>& sites_in(const Module& module) const;
  const std::vector<const Site*>& constructions() const;
  // The project's C and C++ code, as far as it leads to forks.
  const native::NativeCode& native() const;
  const std::vector<Misuse>& misuses() const;
  const Targets& targets() const;
  const catalog::Catalog& catalog() const;
  const std::optional<workspace::RequiresPython>& requires_python() const;
  const Preference& preference() const;
  // Whether others, outside of the project, are meant to import the module: it is part of a package that is
  // installed, and no script.
  bool is_offered(const Module& module) const;

  DefaultOutcome default_outcome(const Site& site) const;
  // What is alive when the processes of a site are forked, on the ways that lead to it.
  const std::vector<Alive>& alive_at(const Site& site) const;
  // Whether on some way to it the default is set to fork by name.
  bool is_set_to_fork(const Site& site) const;
  // Where its processes are forked, as far as the program shows it; nothing where its own call forks them. By
  // path and position.
  const std::vector<ForkPlace>& forked_at(const Site& site) const;
  // What stands against starting the processes of a site by spawn or forkserver; worked out when it is asked.
  const SpawnSafety& spawn_safety(const Site& site) const;
  // Whether they are started so already, on every way and every target.
  bool spawns(const Site& site) const;
  // Whether another file of the project imports it.
  bool is_imported(const Module& module) const;
  // How often a class of the project that derives from a process-creating one is constructed in the project.
  bool is_constructed(const python::Class& class_) const;
  // The argument of a site, and the values of any expression.
  BoundArgument argument(const Site& site, std::string_view parameter) const;
  ValueSet values(const python::Expr& expr, const Module& module) const;
  const std::vector<Setting>& settings() const;
  // What of the project is not parsed and could show more of what happens around the forks.
  const Unread& unread() const;
  // Defined by component.h.
  Work work() const;
  // Links again, with more modules, what they are a part of.
  void extend(std::vector<std::unique_ptr<Module>> modules);

 private:
  Program();
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace forklint::program
