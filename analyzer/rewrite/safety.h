// Whether a program keeps working when the processes of a site are no longer forked.
#pragma once

#include <string>
#include <vector>

#include "program/program.h"

namespace forklint::rewrite {

struct Safety {
  bool possible = true;  // false: it surely breaks, so there is no fix
  Applicability applicability = Applicability::safe;
  std::string reason;                 // what may break, for the title; "" where it is safe
  std::vector<RelatedPlace> related;  // what stands in the way, and what to do about it

  void add(const Safety& other);
};

Safety safety_of(const program::Program& program, const program::Site& site);

// The title of a fix with what may break.
std::string title_with(const std::string& title, const Safety& safety);

}  // namespace forklint::rewrite
