// Hands everything on to another file system: who changes a part of what that does derives from this.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/host.h"

namespace forklint {

class ForwardingFileSystem : public FileSystem {
 public:
  // `files` outlives it.
  explicit ForwardingFileSystem(FileSystem& files) : files_(files) {}

  Result<std::string> read(const std::string& path) const override { return files_.read(path); }
  bool expect(const std::string& path) const override { return files_.expect(path); }
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

 protected:
  FileSystem& files_;
};

}  // namespace forklint
