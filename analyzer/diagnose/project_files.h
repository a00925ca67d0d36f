// The project's files, found by the paths that stand in a dump: those of a container, or shortened by py-spy.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/host.h"
#include "diagnose/diagnosis.h"

namespace forklint::diagnose {

struct LineRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  bool has(std::uint32_t line) const { return line >= first && line <= last; }
};

// A call of os.fork in the project's code: of what its child does, nothing on a stack tells that it was
// forked.
struct BareFork {
  std::string path;      // from the project's root
  std::string function;  // "<module>" at the module's own level
  std::uint32_t line = 0;
  LineRange rest;                // of its function
  std::vector<LineRange> child;  // what runs in the child only; empty where that is not known
};

class ProjectFiles final : public SourceLines {
 public:
  // `paths` are relative to `root`. Without any, nothing is known.
  ProjectFiles(const FileSystem& files, std::string root, std::vector<std::string> paths,
               std::vector<BareFork> forks = {});

  std::optional<std::string> line_of(const dump::Frame& frame) const override;
  bool has(const dump::Frame& frame) const override { return path_of(frame).has_value(); }
  std::optional<ForkBehind> fork_behind(const dump::Frame& frame) const override;

  // The one file of the project that ends as the frame's path does, as far as the shorter of both goes or two
  // folders at least. Nothing where several do.
  std::optional<std::string> path_of(const dump::Frame& frame) const;

 private:
  const FileSystem& files_;
  std::string root_;
  // By their last component.
  std::multimap<std::string, std::string, std::less<>> by_name_;
  std::vector<BareFork> forks_;
};

}  // namespace forklint::diagnose
