// What excludes and ignore files say of a path: built-in and configured excludes count from the project's
// root, and the ignore files of a folder hold for everything below it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/host.h"
#include "workspace/ignore_file.h"
#include "workspace/settings.h"

namespace forklint::workspace {

// The ignore files that hold in a folder: its own and, by the chain, those of the folders around it. Null
// where there are none.
struct FolderRules;
using RuleChain = std::shared_ptr<const FolderRules>;

// Safe to use from several threads.
class IgnoreRules {
 public:
  IgnoreRules(const FileSystem& files, const Project& project);

  // The rules of the folders around a folder, from the top of its repository on.
  RuleChain around(const std::string& folder) const;
  // The rules in a folder, given those around it. `entries` are what the folder holds.
  RuleChain in(const std::string& folder, const std::vector<DirectoryEntry>& entries, RuleChain outer) const;

  // Whether this very path is left out; what lies in a folder that is left out is the caller's to skip.
  bool leaves_out(const std::string& path, bool is_directory, const RuleChain& chain) const;
  // Whether the path or a folder around it is left out, as it would be on a walk from the root.
  bool leaves_out_named(const std::string& path, bool is_directory) const;

 private:
  RuleChain read(const std::string& folder, RuleChain outer) const;
  std::string top_around(const std::string& folder) const;

  const FileSystem& files_;
  const std::string root_;
  const bool respects_files_;
  IgnoreList excludes_;
};

}  // namespace forklint::workspace
