/* The file that FORKLINT_TRACE names, and other files that stay open in a program which may close all it has.
 */
#ifndef FORKLINT_RECORDER_LOG_H
#define FORKLINT_RECORDER_LOG_H

#include <sys/types.h>
#include <sys/uio.h>

/* Zeroed: not open. */
struct kept_file {
  int descriptor;
  dev_t device;
  ino_t inode;
};

/* Takes the descriptor, and moves it to a number that programs do not use. */
void keep(struct kept_file* file, int opened);

/* Where it is. Whether that worked. */
int keep_as(struct kept_file* file, int opened);

/* Not if the program closed it, or opened another one by its number. Sets errno. */
int is_kept(const struct kept_file* file);

/* Appended in one write: processes do not mix their lines. Async-signal-safe; nothing where there is no file.
 */
void append_parts(const struct iovec* parts, int count);
void append(const char* bytes, size_t size);

/* Right after another one: without the question whether the file is still open. */
void append_again(const char* bytes, size_t size);

#endif
