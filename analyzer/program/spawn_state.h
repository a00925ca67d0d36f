// Objects, names and class attributes that outlive a call: what a worker reads of them, and what the main
// process may have done to them by then. Where code only may do it, nothing is reported, but no fix calls
// itself safe. Internal.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "program/spawn_workers.h"

namespace forklint::program {

struct StatePlace {
  const Module* module = nullptr;
  Span span;
};

// By what it is: a name of a module, a variable of a function around others, an attribute of a class, or an
// object that was made at module level, under whatever name it is known.
using StatePlaces = std::map<std::string, StatePlace>;

// Whether the code runs when its module is imported.
bool is_at_module_level(const Module& module, Span span);

// What a function reads of it.
void add_state_read(Evaluator& evaluator, const Evaluator::Target& function, StatePlaces& read);
// What it may change, before `end` bytes of its source; `function.function` null: the module's main guard.
void add_state_changed(Evaluator& evaluator, const Evaluator::Target& function, std::uint32_t end,
                       StatePlaces& changed);

}  // namespace forklint::program
