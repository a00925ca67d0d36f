// Where an event of an execution stands: the calls that lead to it, each with its region. Internal.
#pragma once

#include <vector>

#include "program/call_graph.h"

namespace forklint::program {

struct Step {
  const BodyItem* item = nullptr;
  const Module* module = nullptr;
  bool is_main = false;  // the module runs as the script
};

using Path = std::vector<Step>;

// What to point at: an item may reach over several lines.
Span first_line_of(const Step& step);

// Where `earlier` has surely happened (must) or may have happened (may) when `later`, which was met after it,
// is reached. Empty `may`: they exclude each other.
// Whether the two ways go on in methods of one name of which one call runs one: that of its object's class.
bool are_of_other_objects(const Path& one, const Path& other);

Truth happened_before(Evaluator& evaluator, const Targets& targets, const Path& earlier, const Path& later);

}  // namespace forklint::program
