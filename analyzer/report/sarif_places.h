// Places in the code as SARIF knows them: URIs from the top of the repository, lines, UTF-16 columns.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "finding/run_result.h"
#include "sarif/model.h"

namespace forklint::report {

class SarifPlaces {
 public:
  // Everything relative starts here; where that is on this machine is nobody's business.
  static constexpr const char* kBaseId = "SRCROOT";

  explicit SarifPlaces(const RunResult& run);

  sarif::ArtifactLocation artifact(const std::string& path) const;

  // Cut to the first line of the place: code scanning shows an alert in a pull request only where all of its
  // lines are part of the change. With the code as snippet, and with the lines around it.
  sarif::PhysicalLocation location(const Place& place) const;
  sarif::PhysicalLocation location_in_context(const Place& place) const;

  // An edit as a change of the file on the disk; the text is in that file's encoding.
  struct Change {
    sarif::Region region;  // without a snippet
    std::string text;
    const SourceFile* file = nullptr;
  };
  // Nothing where its source is gone.
  std::optional<Change> change(const Edit& edit) const;

  // GitHub's primaryLocationLineHash of the place's first line; "" where its source is gone.
  std::string line_hash(const Place& place);

 private:
  const RunResult& run_;
  std::string repository_top_;
  std::string prefix_;
  // Of the file asked for last: findings come file by file.
  std::string hashed_path_;
  std::vector<std::string> hashes_;
};

}  // namespace forklint::report
