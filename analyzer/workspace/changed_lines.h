// Which lines of the project changed since a revision: asked of git itself.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace forklint::workspace {

class ChangedLines {
 public:
  // `first` and the `count` - 1 lines that follow.
  void add(const std::string& path, std::uint32_t first, std::uint32_t count);
  void add_file(const std::string& path);
  // Whether a line of first..last changed. `path` as findings have it, relative to the project's root.
  bool any_of(std::string_view path, std::uint32_t first, std::uint32_t last) const;

 private:
  struct Range {
    std::uint32_t first;
    std::uint32_t last;
  };
  std::map<std::string, std::vector<Range>, std::less<>> ranges_;
};

// What is different now in the folder `root`, committed or not, from `revision`; a file that git does not
// know yet counts in full. No program that the repository's configuration names is run. Fails with one line
// where there is no git, no repository or no such revision.
Result<ChangedLines> changed_since(const std::string& revision, const std::string& root);

// The added and changed lines of a unified diff without context, as 'git diff -U0 --no-prefix' writes it.
ChangedLines read_diff(std::string_view diff);

}  // namespace forklint::workspace
