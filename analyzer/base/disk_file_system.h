// The real disk. Stateless, so every thread may use the same one.
#pragma once

#include "base/host.h"

namespace forklint {

class DiskFileSystem final : public FileSystem {
 public:
  Result<std::string> read(const std::string& path) const override;
  bool expect(const std::string& path) const override;
  Result<std::vector<DirectoryEntry>> list(const std::string& directory) const override;
  FileStatus status(const std::string& path) const override;
  std::string resolve(const std::string& path) const override;
  // Keeps mode and owner of the file it replaces. A hard link is replaced, not written through: package
  // managers link their caches into environments, and a cache must not change. What is no regular file
  // (/dev/stdout, a FIFO) is written to directly.
  Result<void> write(const std::string& path, std::string_view content) override;
  Result<void> overwrite(const std::string& path, std::string_view content) override;
  Result<void> create_folder(const std::string& path) override;
};

// This process: its streams, terminal, folder and environment, with `files` for its disk.
Host make_host(FileSystem& files);

}  // namespace forklint
