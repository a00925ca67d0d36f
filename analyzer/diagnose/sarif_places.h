// Files of stacks as SARIF has them: below the project's folder a path from there, which is what code
// scanning can show; anywhere else, as of the machine where a program ran, an absolute one.
#pragma once

#include <string>

#include "sarif/model.h"

namespace forklint::diagnose {

class SarifPlaces {
 public:
  // Both absolute. Paths that are not begin at the project's folder.
  SarifPlaces(std::string project, std::string working_directory)
      : project_(std::move(project)), working_directory_(std::move(working_directory)) {}

  sarif::ArtifactLocation artifact(const std::string& path) const;
  bool is_outside(const std::string& path) const;
  // What the run has to say, so that these can be found.
  void describe(sarif::Run& run) const;

 private:
  std::string project_;
  std::string working_directory_;
};

}  // namespace forklint::diagnose
