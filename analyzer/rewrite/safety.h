// Whether a program keeps working when processes are no longer forked.
#pragma once

#include <string>
#include <vector>

#include "program/program.h"

namespace forklint::rewrite {

// The locks, queues, ... that change their context together with the processes.
enum class Moved : std::uint8_t { nothing, default_primitives, context_primitives };

struct Safety {
  bool possible = true;  // false: it surely breaks, so there is no fix
  Applicability applicability = Applicability::safe;
  std::string reason;                 // what may break, for the title; "" where it is safe
  std::vector<RelatedPlace> related;  // what stands in the way, and what to do about it

  void add(const Safety& other);
};

class Cures;

// Of all these sites together, with what is cured of it.
Safety safety_of(const program::Program& program, const std::vector<const program::Site*>& creators,
                 Moved moved, const Cures& cures);

// The title of a fix with what may break.
std::string title_with(const std::string& title, const Safety& safety);

// `__name__ == "__main__"`.
bool is_main_guard(const python::Expr& test);

// Whether code runs only where its module is the script.
bool is_under_main_guard(const python::Region* region);

}  // namespace forklint::rewrite
