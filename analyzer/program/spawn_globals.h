// Names of modules and attributes that functions read and write: what fork hands over without a word.
// Internal.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "program/spawn_workers.h"

namespace forklint::program {

// A name of a module or of a function around others, or an attribute of a module, class or object: by its
// owner.
using GlobalKey = std::pair<std::string, std::string_view>;

struct GlobalUse {
  const Module* module = nullptr;  // where it is read or written
  Span span;
  bool fills = false;                  // written into, not bound anew
  const python::Name* name = nullptr;  // reads by a plain name
  const Module* owner = nullptr;       // null for a class
  // Whose variable it is, read by a function inside of it: one, where that function is made at import.
  const python::Function* around = nullptr;
};

using GlobalUses = std::map<GlobalKey, GlobalUse>;

// What a function reads of names that it does not bind itself.
void add_reads(Evaluator& evaluator, const Evaluator::Target& function, GlobalUses& reads);
// What it surely writes, before `end` bytes of its source; `function.function` null: the module's own level,
// as the script that runs.
void add_writes(Evaluator& evaluator, const Evaluator::Target& function, std::uint32_t end,
                GlobalUses& writes);
// What it surely gives a value of its own, whatever was there before: not what it counts up.
void add_settings(Evaluator& evaluator, const Evaluator::Target& function, GlobalUses& writes);

}  // namespace forklint::program
