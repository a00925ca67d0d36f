// What the check finds in a project, for those who join it with what was seen at run time.
#pragma once

#include <string>
#include <vector>

#include "base/host.h"
#include "diagnose/advice.h"

namespace forklint::cli {

struct CheckedProject {
  std::string root;                               // absolute
  std::vector<std::string> files;                 // from the root
  std::vector<diagnose::StaticFinding> findings;  // of the rules about forks, paths from the root
};

Result<CheckedProject> check_project(const std::string& folder, Host& host);

}  // namespace forklint::cli
