#define _GNU_SOURCE
#include "log.h"

#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Numbers from which on a program is not likely to use one itself. */
static const int kOutOfTheWay[] = {977, 501, 233};

static struct kept_file log_file;
/* As it was at the start: a program may clear its environment. */
static char log_path[PATH_MAX];

__attribute__((constructor)) static void find_log(void) {
  const char* path = getenv("FORKLINT_TRACE");
  const size_t size = path == NULL ? 0 : strlen(path) + 1;
  if (size > 0 && size <= sizeof log_path) memcpy(log_path, path, size);
}

int keep_as(struct kept_file* file, int opened) {
  struct stat status;
  if (fstat(opened, &status) != 0) return 0;
  file->device = status.st_dev;
  file->inode = status.st_ino;
  file->descriptor = opened;
  return 1;
}

void keep(struct kept_file* file, int opened) {
  for (size_t i = 0; i < sizeof kOutOfTheWay / sizeof *kOutOfTheWay; ++i) {
    const int moved = fcntl(opened, F_DUPFD_CLOEXEC, kOutOfTheWay[i]);
    if (moved < 0) continue;
    close(opened);
    opened = moved;
    break;
  }
  keep_as(file, opened);
}

int is_kept(const struct kept_file* file) {
  struct stat status;
  return file->inode != 0 && fstat(file->descriptor, &status) == 0 && status.st_ino == file->inode &&
         status.st_dev == file->device;
}

static int is_log_open(void) {
  if (is_kept(&log_file)) return 1;
  if (log_path[0] == '\0') return 0;
  const int opened = open(log_path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0644);
  if (opened < 0) return 0;
  keep(&log_file, opened);
  return 1;
}

void append_parts(const struct iovec* parts, int count) {
  if (!is_log_open()) return;
  /* The disk may be full: that is not the program's trouble. */
  const ssize_t written = writev(log_file.descriptor, parts, count);
  (void)written;
}

void append(const char* bytes, size_t size) {
  const struct iovec part = {(void*)bytes, size};
  append_parts(&part, 1);
}

void append_again(const char* bytes, size_t size) {
  const ssize_t written = write(log_file.descriptor, bytes, size);
  (void)written;
}
