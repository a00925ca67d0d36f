// What the check finds in a project, for those who join it with what was seen at run time.
#pragma once

#include <string>
#include <vector>

#include "base/host.h"
#include "diagnose/advice.h"
#include "diagnose/sarif_places.h"

namespace forklint::cli {

struct CheckedProject {
  std::string root;                // absolute
  std::vector<std::string> files;  // from the root
  std::vector<diagnose::BareFork> forks;
  std::vector<diagnose::StaticFinding> findings;  // of the rules about forks, paths from the root
};

// `project` is its absolute root, "" where none is given: then the working directory stands for it.
diagnose::SarifPlaces sarif_places(const std::string& project, const Host& host);

Result<CheckedProject> check_project(const std::string& folder, Host& host);

}  // namespace forklint::cli
