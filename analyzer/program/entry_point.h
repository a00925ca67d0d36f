// Where a run of the program begins.
#pragma once

#include <cstdint>
#include <string>

#include "program/modules.h"

namespace forklint::program {

enum class EntryKind : std::uint8_t {
  script,       // a file with a main guard, or with code of its own that nobody imports
  main_module,  // the `__main__.py` of a package: `python -m package`
  launched,     // a file or module on a line of the settings or of a shell script: it runs as the script
  declared,     // a function that the project's metadata names: its module is imported, then it is called
  test,         // a test module: it is imported, and each of its tests runs alone
};

struct EntryPoint {
  EntryKind kind = EntryKind::script;
  const Module* module = nullptr;
  const python::Function* function = nullptr;  // of `declared`
  const Module* function_module = nullptr;     // where it stands: not in `module` when that re-exports it
  Span place;            // where it begins: the main guard, the function, the first line
  std::string declared;  // "'tool' of pyproject.toml", "line 3 of run.sh"; "" for none

  bool runs_as_main() const { return kind != EntryKind::declared && kind != EntryKind::test; }
  const Module& place_module() const { return function == nullptr ? *module : *function_module; }
  // "train.py", "main() of pkg/cli.py".
  std::string name() const;
  // Whether what this run does says something of code in `other`: what tests do holds for tests only.
  bool speaks_for(const Module& other) const { return kind != EntryKind::test || is_test(other); }
};

}  // namespace forklint::program
