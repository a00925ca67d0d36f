// The files of the disk with some of them replaced in memory: what an analysis of a change sees.
#pragma once

#include <map>
#include <string>

#include "base/forwarding_file_system.h"

namespace forklint::fix {

// New texts by disk path.
using Texts = std::map<std::string, std::string>;

class OverlayFileSystem final : public ForwardingFileSystem {
 public:
  // Both outlive it.
  OverlayFileSystem(FileSystem& files, const Texts& texts) : ForwardingFileSystem(files), texts_(texts) {}

  Result<std::string> read(const std::string& path) const override {
    const auto found = texts_.find(path);
    return found == texts_.end() ? files_.read(path) : found->second;
  }
  bool expect(const std::string& path) const override { return texts_.contains(path) || files_.expect(path); }

 private:
  const Texts& texts_;
};

}  // namespace forklint::fix
