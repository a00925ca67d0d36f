// Applies fixes until nothing is left to apply: plan, apply, analyse again, judge.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "fix/judge.h"
#include "fix/overlay.h"
#include "fix/plan.h"

namespace forklint::fix {

// Analyses the project with these texts instead of what is on the disk.
using Analyse = std::function<Result<Snapshot>(const Texts&)>;

struct ChangedFile {
  std::string path;
  std::string disk_path;
  std::string old_text;
  std::string new_text;
  std::string together;  // the same for files that one fix changes: written all or none
};

struct Outcome {
  std::vector<ChangedFile> files;  // by path
  Texts texts;                     // their new texts by disk path
  std::vector<Notice> notices;     // what was left as it was, and why
};

// From `first`, the analysis of the project as it is on the disk.
Result<Outcome> run_rounds(const Snapshot& first, const Analyse& analyse, Choice choice);

}  // namespace forklint::fix
