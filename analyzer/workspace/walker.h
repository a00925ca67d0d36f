// Reads the folders below a start, each once, with several threads.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <string>
#include <vector>

#include "base/host.h"
#include "finding/finding.h"
#include "workspace/ignore_rules.h"

namespace forklint::workspace {

class Walker {
 public:
  Walker(const FileSystem& files, const IgnoreRules& rules, std::string root)
      : files_(files), rules_(rules), root_(std::move(root)) {}

  // `start` is absolute with links resolved, and is walked whatever the rules say of it. Once per walker.
  void walk(const std::string& start, unsigned jobs);

  // Absolute, links resolved; in no particular order, and some twice where links lead to them.
  std::vector<std::string> take_found() { return std::move(found_); }
  std::vector<Notice> take_notices() { return std::move(notices_); }

 private:
  struct Task {
    std::string folder;
    RuleChain around;
  };

  void push(std::string folder, RuleChain around);
  void work();
  void visit(const Task& task);
  void visit_entry(const std::string& folder, const DirectoryEntry& entry, const RuleChain& chain);
  void pass_by_linked_folder(const std::string& path);
  void note(Notice::Kind kind, const std::string& path, const std::string& text);

  const FileSystem& files_;
  const IgnoreRules& rules_;
  const std::string root_;
  std::string start_;
  std::mutex mutex_;
  std::condition_variable ready_;
  std::deque<Task> tasks_;
  // Folders that are waiting or being read: the walk ends when there are none.
  std::size_t open_ = 0;
  std::vector<std::string> found_;
  std::vector<Notice> notices_;
};

}  // namespace forklint::workspace
