// The files of the disk with some of them replaced in memory: what an analysis of a change sees.
#pragma once

#include <map>
#include <string>

#include "base/host.h"

namespace forklint::fix {

// New texts by disk path.
using Texts = std::map<std::string, std::string>;

class OverlayFileSystem final : public FileSystem {
 public:
  // Both outlive it.
  OverlayFileSystem(FileSystem& files, const Texts& texts) : files_(files), texts_(texts) {}

  Result<std::string> read(const std::string& path) const override {
    const auto found = texts_.find(path);
    return found == texts_.end() ? files_.read(path) : found->second;
  }
  bool expect(const std::string& path) const override { return texts_.contains(path) || files_.expect(path); }
  Result<std::vector<DirectoryEntry>> list(const std::string& directory) const override {
    return files_.list(directory);
  }
  FileStatus status(const std::string& path) const override { return files_.status(path); }
  std::string resolve(const std::string& path) const override { return files_.resolve(path); }
  Result<void> write(const std::string& path, std::string_view content) override {
    return files_.write(path, content);
  }
  Result<void> overwrite(const std::string& path, std::string_view content) override {
    return files_.overwrite(path, content);
  }
  Result<void> create_folder(const std::string& path) override { return files_.create_folder(path); }

 private:
  FileSystem& files_;
  const Texts& texts_;
};

}  // namespace forklint::fix
