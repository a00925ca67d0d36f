// What to do, in order.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "diagnose/diagnosis.h"
#include "diagnose/project_files.h"

namespace forklint::diagnose {

// What the check of the project's code found, as far as a diagnosis needs it.
struct StaticFinding {
  std::string id;    // "FRK104"
  std::string path;  // from the project's root
  std::uint32_t line = 0;
  std::string what;
  std::string instead;
};

// Those at a line of the stack; else the one of the same file that is nearest to the user's frame.
std::vector<StaticFinding> findings_on(const Diagnosis& diagnosis, const std::vector<StaticFinding>& all,
                                       const ProjectFiles& project);

// `forks` is the number of findings in the whole project, 0 where it was not checked.
std::vector<std::string> advice_for(const Diagnosis& diagnosis, const std::vector<StaticFinding>& findings,
                                    std::size_t forks);

}  // namespace forklint::diagnose
