// The outside world as one small struct, so that a test runs the whole tool in memory.
// Everything that touches files, streams, environment or clock goes through it.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace forklint {

enum class FileKind : std::uint8_t { missing, file, directory, other };

struct FileStatus {
  FileKind kind = FileKind::missing;  // of the link's target, where the path is a link
  bool is_link = false;
  std::uint64_t size = 0;    // bytes
  std::uint64_t device = 0;  // with inode: identity, to find link cycles
  std::uint64_t inode = 0;
  std::uint64_t links = 1;  // names that the file has on the disk
};

struct DirectoryEntry {
  std::string name;                 // last component only, raw bytes
  FileKind kind = FileKind::other;  // of the entry itself; a link is `other` with is_link
  bool is_link = false;
};

// Paths are raw bytes with '/' separators. Implementations are safe to call from several threads.
class FileSystem {
 public:
  virtual ~FileSystem() = default;
  // Whole content. Only regular files are read: a FIFO or device is an error, never a wait.
  virtual Result<std::string> read(const std::string& path) const = 0;
  // The file is going to be read soon: whoever can fetch it from a slow place meanwhile does so, without a
  // wait for its content. True if there was nothing to do. What is wrong with the file says `read`.
  virtual bool expect(const std::string& /*path*/) const { return true; }
  // Entries without "." and "..", in no particular order.
  virtual Result<std::vector<DirectoryEntry>> list(const std::string& directory) const = 0;
  virtual FileStatus status(const std::string& path) const = 0;
  // Absolute, links resolved; the input's absolute form where it does not exist.
  virtual std::string resolve(const std::string& path) const = 0;
  // All or nothing: temporary file in the same folder, then rename. Follows a link to its target.
  virtual Result<void> write(const std::string& path, std::string_view content) = 0;
  // Into the file as it is, for one that has several names: all of them see the new content. Whoever reads
  // meanwhile may see a part.
  virtual Result<void> overwrite(const std::string& path, std::string_view content) = 0;
  // With all folders around it; nothing is wrong where it is there. Only where folders do not exist by
  // themselves is there anything to do.
  virtual Result<void> create_folder(const std::string& /*path*/) { return {}; }
};

struct Host {
  FileSystem& files;
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  std::string working_directory;  // absolute
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  bool is_process = false;    // this process as a whole: Ctrl-C and its last exit are ours to handle
  std::string native_worker;  // the program that reads units of C and C++; "" where there is none
  std::optional<std::string> (*environment)(const std::string& name) = nullptr;

  // Of the environment; nothing where it is not set, or there is no environment.
  std::optional<std::string> variable(const std::string& name) const {
    return environment == nullptr ? std::nullopt : environment(name);
  }
};

}  // namespace forklint
