// A disk in memory, so that a test runs the whole tool without one. Parents of what is added exist by
// themselves. Relative paths start at the working directory given to the constructor.
#pragma once

#include <map>
#include <mutex>
#include <string>

#include "base/host.h"

namespace forklint {

class MemoryFileSystem final : public FileSystem {
 public:
  explicit MemoryFileSystem(std::string working_directory = "/");

  void add_file(const std::string& path, std::string content);
  void add_directory(const std::string& path);
  // `target` as a link holds it: relative to the link's folder or absolute. It need not exist.
  void add_link(const std::string& path, std::string target);
  // A FIFO, a device, a socket.
  void add_other(const std::string& path);
  // Listed, with a status, but reading (or listing) it fails for `cause`.
  void make_unreadable(const std::string& path, std::string cause = "Permission denied");
  void remove(const std::string& path);

  Result<std::string> read(const std::string& path) const override;
  Result<std::vector<DirectoryEntry>> list(const std::string& directory) const override;
  FileStatus status(const std::string& path) const override;
  std::string resolve(const std::string& path) const override;
  Result<void> write(const std::string& path, std::string_view content) override;
  Result<void> overwrite(const std::string& path, std::string_view content) override {
    return write(path, content);
  }

 private:
  struct Node {
    FileKind kind = FileKind::directory;
    bool is_link = false;
    std::string content;  // a link's target where it is a link
    std::string refusal;  // "" where it can be read
    std::uint64_t inode = 0;
  };

  std::string absolute(const std::string& path) const;
  Node& add(const std::string& path);
  const Node* find(const std::string& absolute_path) const;
  // Links resolved component by component; "" where they run in a circle.
  std::string follow(const std::string& path) const;

  mutable std::mutex mutex_;
  std::string working_directory_;
  std::map<std::string, Node> nodes_;
  std::uint64_t next_inode_ = 1;
};

}  // namespace forklint
