#include "base/disk_file_system.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <memory>

#include "base/descriptor.h"
#include "base/path.h"

namespace forklint {
namespace {

FileKind kind_of(mode_t mode) {
  if (S_ISREG(mode)) return FileKind::file;
  if (S_ISDIR(mode)) return FileKind::directory;
  return FileKind::other;
}

FileStatus status_of(const struct stat& info) {
  FileStatus status;
  status.kind = kind_of(info.st_mode);
  status.size = static_cast<std::uint64_t>(info.st_size);
  status.device = static_cast<std::uint64_t>(info.st_dev);
  status.inode = static_cast<std::uint64_t>(info.st_ino);
  status.links = static_cast<std::uint64_t>(info.st_nlink);
  return status;
}

// Reads until `content` is full or the file ends. False with errno set on failure.
bool read_fully(int descriptor, std::string& content, std::size_t& used) {
  while (used < content.size()) {
    const ssize_t got = ::read(descriptor, content.data() + used, content.size() - used);
    if (got == 0) return true;
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return false;
    used += static_cast<std::size_t>(got);
  }
  return true;
}

// Some file systems (/proc) give every file the size 0.
bool read_unsized(int descriptor, std::string& content) {
  std::size_t used = 0;
  do {
    content.resize(used + 4096);
    if (!read_fully(descriptor, content, used)) return false;
  } while (used == content.size());
  content.resize(used);
  return true;
}

// O_NONBLOCK: opening a FIFO without a writer would wait for ever.
int open_to_read(const std::string& path) {
  return ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
}

DirectoryEntry entry_from_disk(int directory, const dirent& entry) {
  DirectoryEntry result;
  result.name = entry.d_name;
  struct stat info = {};
  switch (entry.d_type) {
    case DT_REG:
      result.kind = FileKind::file;
      break;
    case DT_DIR:
      result.kind = FileKind::directory;
      break;
    case DT_LNK:
      result.is_link = true;
      break;
    case DT_UNKNOWN:
      // Not every file system says the kind in the listing. An entry that is gone by now stays `other`.
      if (::fstatat(directory, entry.d_name, &info, AT_SYMLINK_NOFOLLOW) != 0) break;
      result.is_link = S_ISLNK(info.st_mode);
      result.kind = kind_of(info.st_mode);
      break;
    default:
      break;
  }
  return result;
}

}  // namespace

bool DiskFileSystem::expect(const std::string& path) const {
  const Descriptor file(open_to_read(path));
  struct stat info = {};
  if (!file.is_open() || ::fstat(file.get(), &info) != 0 || !S_ISREG(info.st_mode)) return true;
  char byte = 0;
  const iovec first{&byte, 1};
  // Reads what is in memory only. Where the kernel or the file system has no such reading, it is fetched
  // again.
  if (::preadv2(file.get(), &first, 1, 0, RWF_NOWAIT) >= 0) return true;
  ::posix_fadvise(file.get(), 0, 0, POSIX_FADV_WILLNEED);
  return false;
}

Result<std::string> DiskFileSystem::read(const std::string& path) const {
  const Descriptor file(open_to_read(path));
  if (!file.is_open()) return fail(errno_message("read", path));
  struct stat info = {};
  if (::fstat(file.get(), &info) != 0) return fail(errno_message("read", path));
  if (S_ISDIR(info.st_mode)) return fail(failure_message("read", path, "is a directory"));
  if (!S_ISREG(info.st_mode)) return fail(failure_message("read", path, "not a regular file"));
  std::string content(static_cast<std::size_t>(info.st_size), '\0');
  std::size_t used = 0;
  const bool done =
      content.empty() ? read_unsized(file.get(), content) : read_fully(file.get(), content, used);
  if (!done) return fail(errno_message("read", path));
  if (info.st_size != 0) content.resize(used);
  return content;
}

Result<std::vector<DirectoryEntry>> DiskFileSystem::list(const std::string& directory) const {
  const std::unique_ptr<DIR, int (*)(DIR*)> stream(::opendir(directory.c_str()), ::closedir);
  if (!stream) return fail(errno_message("list", directory));
  std::vector<DirectoryEntry> entries;
  errno = 0;
  while (const dirent* entry = ::readdir(stream.get())) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") entries.push_back(entry_from_disk(::dirfd(stream.get()), *entry));
    errno = 0;
  }
  if (errno != 0) return fail(errno_message("list", directory));
  return entries;
}

FileStatus DiskFileSystem::status(const std::string& path) const {
  struct stat info = {};
  if (::lstat(path.c_str(), &info) != 0) return {};
  if (!S_ISLNK(info.st_mode)) return status_of(info);
  FileStatus status;
  if (::stat(path.c_str(), &info) == 0) status = status_of(info);
  status.is_link = true;
  return status;
}

std::string DiskFileSystem::resolve(const std::string& path) const {
  const std::unique_ptr<char, void (*)(void*)> real(::realpath(path.c_str(), nullptr), std::free);
  if (real) return real.get();
  if (path::is_absolute(path)) return path::normalise(path);
  const std::unique_ptr<char, void (*)(void*)> here(::realpath(".", nullptr), std::free);
  return path::normalise(path::join(here ? here.get() : "/", path));
}

}  // namespace forklint
