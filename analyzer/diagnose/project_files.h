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

class ProjectFiles final : public SourceLines {
 public:
  // `paths` are relative to `root`. Without any, nothing is known.
  ProjectFiles(const FileSystem& files, std::string root, std::vector<std::string> paths);

  std::optional<std::string> line_of(const dump::Frame& frame) const override;
  bool has(const dump::Frame& frame) const override { return path_of(frame).has_value(); }

  // The one file of the project that ends as the frame's path does, as far as the shorter of both goes or two
  // folders at least. Nothing where several do.
  std::optional<std::string> path_of(const dump::Frame& frame) const;

 private:
  const FileSystem& files_;
  std::string root_;
  // By their last component.
  std::multimap<std::string, std::string, std::less<>> by_name_;
};

}  // namespace forklint::diagnose
