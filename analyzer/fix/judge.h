// Whether a change made things better, by what an analysis says before and after it.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "finding/finding.h"
#include "fix/plan.h"
#include "source/source_file.h"

namespace forklint::fix {

// What one analysis of the project said.
struct Snapshot {
  std::vector<Finding> findings;
  // Syntax errors and other notices on files.
  std::vector<Notice> notices;
  // The text of a file as it was analysed; null for one that is not part of the project.
  std::function<const SourceFile*(const std::string& path)> source;
  // The names that a file imports and nobody uses, as far as fixes may have taken away the last use of them.
  std::function<std::set<std::string>(const std::string& path)> idle_imports;
  // The edits that take some of them from the file's imports.
  std::function<std::vector<Edit>(const std::string& path, const std::set<std::string>& names)>
      without_imports;
};

// What the changes would break, by the path of the file where that shows: one of the plan's, or another.
// Empty: they can stay. `plan` refers to the findings of `before`.
std::map<std::string, std::string> broken_by(const Plan& plan, const Snapshot& before, const Snapshot& after);

}  // namespace forklint::fix
