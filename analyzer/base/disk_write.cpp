// DiskFileSystem::write: the reader of a file sees the old content or the new one, never a part.
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>

#include "base/descriptor.h"
#include "base/disk_file_system.h"
#include "base/path.h"

namespace forklint {
namespace {

bool write_fully(int descriptor, std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = ::write(descriptor, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// Removes the temporary file unless it has become the real one. Keeps errno, which says what went wrong.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::string path) : path_(std::move(path)) {}
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    const int saved = errno;
    if (!renamed_) ::unlink(path_.c_str());
    errno = saved;
  }
  bool rename_to(const std::string& target) {
    renamed_ = std::rename(path_.c_str(), target.c_str()) == 0;
    return renamed_;
  }

 private:
  std::string path_;
  bool renamed_ = false;
};

// Opens a new file beside `target`; its name goes to `path`. The umask applies to `mode`.
int open_beside(const std::string& target, mode_t mode, std::string& path) {
  constexpr int kAttempts = 1000;
  const std::string folder(path::parent(target));
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    path = path::join(folder, fmt::format(".forklint-{}-{}.tmp", ::getpid(), attempt));
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (descriptor >= 0 || errno != EEXIST) return descriptor;
  }
  return -1;
}

// The owner only root may change, so it is kept as far as the system lets us. Mode last: chown clears bits.
bool take_over_attributes(int descriptor, const struct stat& old) {
  struct stat fresh = {};
  if (::fstat(descriptor, &fresh) != 0) return false;
  const bool same_owner = fresh.st_uid == old.st_uid && fresh.st_gid == old.st_gid;
  const bool owned = same_owner || ::fchown(descriptor, old.st_uid, old.st_gid) == 0;
  // Without the owner, a set-id bit would now speak for somebody else.
  const mode_t kept = owned ? 07777 : 0777;
  return ::fchmod(descriptor, old.st_mode & kept) == 0;
}

Result<void> write_directly(const std::string& path, std::string_view content) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
  if (!file.is_open() || !write_fully(file.get(), content) || !file.close()) {
    return fail(errno_message("write", path));
  }
  return {};
}

Result<void> replace(const std::string& target, const std::optional<struct stat>& old,
                     std::string_view content) {
  std::string temporary_path;
  Descriptor file(open_beside(target, old ? 0600 : 0666, temporary_path));
  if (!file.is_open()) return fail(errno_message("write", target));
  TemporaryFile temporary(temporary_path);
  const bool written = (!old || take_over_attributes(file.get(), *old)) && write_fully(file.get(), content) &&
                       ::fsync(file.get()) == 0 && file.close() && temporary.rename_to(target);
  if (!written) return fail(errno_message("write", target));
  // The rename itself reaches the disk with the folder; a file system that can't sync folders is no failure.
  const Descriptor folder(
      ::open(std::string(path::parent(target)).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder.is_open()) ::fsync(folder.get());
  return {};
}

}  // namespace

// Writes first and cuts afterwards: a file that runs out of disk has lost nothing that it need not lose.
Result<void> DiskFileSystem::overwrite(const std::string& path, std::string_view content) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
  const bool written = file.is_open() && write_fully(file.get(), content) &&
                       ::ftruncate(file.get(), static_cast<off_t>(content.size())) == 0 &&
                       ::fsync(file.get()) == 0 && file.close();
  if (!written) return fail(errno_message("write", path));
  return {};
}

Result<void> DiskFileSystem::write(const std::string& path, std::string_view content) {
  struct stat info = {};
  if (::stat(path.c_str(), &info) != 0) {
    if (errno != ENOENT) return fail(errno_message("write", path));
    if (::lstat(path.c_str(), &info) == 0) {
      return fail(failure_message("write", path, "is a link to a file that does not exist"));
    }
    return replace(path, std::nullopt, content);
  }
  if (S_ISDIR(info.st_mode)) return fail(failure_message("write", path, "is a directory"));
  if (!S_ISREG(info.st_mode)) return write_directly(path, content);
  // The rename below would also replace a file that its owner has protected.
  if (::access(path.c_str(), W_OK) != 0) return fail(errno_message("write", path));
  const std::unique_ptr<char, void (*)(void*)> target(::realpath(path.c_str(), nullptr), std::free);
  if (!target) return fail(errno_message("write", path));
  return replace(target.get(), info, content);
}

Result<void> DiskFileSystem::create_folder(const std::string& path) {
  std::error_code error;
  std::filesystem::create_directories(path, error);
  return error ? Result<void>(fail(path + ": " + error.message())) : Result<void>();
}

}  // namespace forklint
