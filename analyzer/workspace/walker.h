// Reads the folders below a start, each once, with several threads.
#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/host.h"
#include "finding/finding.h"
#include "workspace/ignore_rules.h"

namespace forklint::workspace {

class Walker {
 public:
  // `walked_elsewhere` are folders that it does not go into: absolute, links resolved.
  Walker(const FileSystem& files, const IgnoreRules& rules, std::string root,
         std::set<std::string> walked_elsewhere = {})
      : files_(files),
        rules_(rules),
        root_(std::move(root)),
        walked_elsewhere_(std::move(walked_elsewhere)) {}

  // `start` is absolute with links resolved, and is walked whatever the rules say of it. Once per walker.
  // `jobs` 0: as many threads as a disk answers at once, which wait more than they work.
  void walk(const std::string& start, unsigned jobs);

  // Absolute, links resolved; in no particular order, and some twice where links lead to them.
  std::vector<std::string> take_found() { return std::move(found_); }
  // Likewise.
  std::vector<std::string> take_shell_scripts() { return std::move(shell_scripts_); }
  // C and C++; likewise.
  std::vector<std::string> take_native() { return std::move(native_); }
  std::vector<Notice> take_notices() { return std::move(notices_); }

 private:
  struct Folder {
    std::string path;
    RuleChain around;
  };
  // What one folder holds.
  struct Visit {
    std::vector<Folder> folders;
    std::vector<std::string> found;
    std::vector<std::string> shell_scripts;
    std::vector<std::string> native;
    std::vector<Notice> notices;
  };

  void work();
  std::optional<Folder> next();
  void add(Visit visit);
  void give_up();
  Visit visit(const Folder& folder) const;
  void visit_entry(const std::string& folder, const DirectoryEntry& entry, const RuleChain& chain,
                   Visit& visit) const;
  bool leads_beyond(const std::string& link) const;
  Notice notice_of(Notice::Kind kind, const std::string& path, const std::string& cause) const;

  const FileSystem& files_;
  const IgnoreRules& rules_;
  const std::string root_;
  const std::set<std::string> walked_elsewhere_;
  std::string start_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Folder> waiting_;
  // Folders that are waiting or being read: the walk ends when there are none.
  std::size_t open_ = 0;
  std::vector<std::string> found_;
  std::vector<std::string> shell_scripts_;
  std::vector<std::string> native_;
  std::vector<Notice> notices_;
};

}  // namespace forklint::workspace
