// Which findings are shown: rules that are on, files that are not excepted. And where their text comes from.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/host.h"
#include "finding/finding.h"
#include "finding/selection.h"
#include "program/program.h"
#include "workspace/settings.h"

namespace forklint::cli {

class Selector {
 public:
  static Result<Selector> make(const workspace::Settings& settings);
  // Fails on a selector that stands for no rule, naming the settings file or the option.
  static Result<void> check(const workspace::Settings& settings);

  // From then on, findings in files that are context only are not reported.
  void leave_out_context(const program::Program& program);
  void leave_out(const std::string& path) { context_.insert(path); }

  bool is_enabled(std::string_view rule_id) const { return selection_.contains(rule_id); }
  bool is_named(std::string_view rule_id) const { return selection_.names(rule_id); }
  // Neither switched off for its file nor in a file that is context only.
  bool is_reported(const Finding& finding) const;

 private:
  Selection selection_;
  std::vector<workspace::PerFileIgnore> per_file_;
  std::set<std::string, std::less<>> context_;
};

// The source behind a finding's path: a parsed module, or a file that is read when it is asked for.
class SourceLookup {
 public:
  SourceLookup(const program::Program& program, const FileSystem& files, std::string root);
  // Null when there is no such file any more.
  const SourceFile* find(const std::string& path) const;

 private:
  const FileSystem& files_;
  std::string root_;
  std::map<std::string, const SourceFile*, std::less<>> modules_;
  mutable std::map<std::string, std::unique_ptr<const SourceFile>, std::less<>> others_;
};

}  // namespace forklint::cli
