// The changed files onto the disk: each whole, old or new, whatever happens meanwhile.
#pragma once

#include <string>
#include <vector>

#include "base/host.h"
#include "finding/finding.h"
#include "fix/rounds.h"

namespace forklint::fix {

struct Written {
  std::vector<std::string> paths;
  std::vector<Notice> notices;  // what was not written, and why; errors where a write failed
};

// `root`: absolute, links resolved; nothing is written through a link that leads out of it.
Written write_files(const std::vector<ChangedFile>& changed, const std::string& root, FileSystem& files);

}  // namespace forklint::fix
