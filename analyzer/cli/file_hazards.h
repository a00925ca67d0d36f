// What the files of the project that are not parsed bring that is dangerous for a later fork, each with what
// its imports bring (hazard_use.h). A file is looked at when it is asked for.
#pragma once

#include <string_view>
#include <unordered_map>

#include "cli/demand.h"
#include "cli/hazard_use.h"

namespace forklint::cli {

class FileHazards {
 public:
  // `demand`, whose links must be set, and `vocabulary` outlive it.
  FileHazards(const Demand& demand, const Vocabulary& vocabulary, Demand::Read read)
      : demand_(demand), vocabulary_(vocabulary), read_(std::move(read)) {}

  // Whether what a module with the text `user` can run of the file may be dangerous for a later fork.
  bool are_brought(FileId file, std::string_view user);

 private:
  const HazardUse& of(FileId file, unsigned depth);
  // What the imports of a file bring, under the names by which the file knows it.
  HazardUse imported_by(FileId file, const workspace::ScannedImports& imports, unsigned depth);

  const Demand& demand_;
  const Vocabulary& vocabulary_;
  const Demand::Read read_;
  std::unordered_map<FileId, HazardUse> known_;
};

}  // namespace forklint::cli
