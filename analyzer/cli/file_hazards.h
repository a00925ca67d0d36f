// What the files of the project that are not parsed bring that is dangerous for a later fork, each with what
// its imports bring (hazard_use.h). A file is looked at when it is asked for.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/result.h"
#include "cli/hazard_use.h"
#include "cli/import_links.h"

namespace forklint::cli {

class FileHazards {
 public:
  using Read = std::function<Result<std::string>(FileId)>;

  // `links`, which must be set, and `vocabulary` outlive it.
  FileHazards(const ImportLinks& links, const Vocabulary& vocabulary, Read read)
      : links_(links), vocabulary_(vocabulary), read_(std::move(read)) {}

  // Whether what a module with the text `user` can run of the file may be dangerous for a later fork.
  bool are_brought(FileId file, std::string_view user);

 private:
  const HazardUse& of(FileId file, unsigned depth);
  // What the imports of a file bring, under the names by which the file knows it.
  HazardUse imported_by(FileId file, const workspace::ScannedImports& imports, unsigned depth);

  const ImportLinks& links_;
  const Vocabulary& vocabulary_;
  const Read read_;
  std::unordered_map<FileId, HazardUse> known_;
};

}  // namespace forklint::cli
