#define _GNU_SOURCE
#include "traceback.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/mman.h>
#include <unistd.h>

#include "log.h"

enum { PATIENCE = 1000 };

/* Where faulthandler writes, and its handler: the way for interpreters that hide _Py_DumpTraceback. */
static struct kept_file written;
static void (*_Atomic writer)(int);
static int writers_signal;
/* One thread at a time. A process, as another thread may have been in here when its parent forked. */
static _Atomic pid_t user;

static int begin_use(void) {
  const pid_t self = getpid();
  for (int i = 0; i < PATIENCE; ++i) {
    pid_t before = atomic_load(&user);
    if (before != self && atomic_compare_exchange_strong(&user, &before, self)) return 1;
    sched_yield();
  }
  return 0;
}

static void end_use(void) { atomic_store(&user, 0); }

static int empty_file(void) { return memfd_create("forklint", MFD_CLOEXEC); }

static size_t content_of(int file, char* bytes, size_t size) {
  const ssize_t got = pread(file, bytes, size, 0);
  return got < 0 ? 0 : (size_t)got;
}

static size_t by_interpreter(char* bytes, size_t size) {
  void* (*this_thread)(void) = NULL;
  void (*dump)(int, void*) = NULL;
  *(void**)&this_thread = dlsym(RTLD_DEFAULT, "PyGILState_GetThisThreadState");
  *(void**)&dump = dlsym(RTLD_DEFAULT, "_Py_DumpTraceback");
  void* thread = this_thread == NULL || dump == NULL ? NULL : this_thread();
  const int file = thread == NULL ? -1 : empty_file();
  if (file < 0) return 0;
  dump(file, thread);
  const size_t got = content_of(file, bytes, size);
  close(file);
  return got;
}

/* The file is another one each time: a child shares its parent's. */
static size_t by_writer(char* bytes, size_t size) {
  if (writer == NULL || !is_kept(&written)) return 0;
  const int file = empty_file();
  if (file < 0) return 0;
  const int number = written.descriptor;
  size_t got = 0;
  if (dup3(file, number, O_CLOEXEC) == number && keep_as(&written, number)) {
    writer(writers_signal);
    got = content_of(number, bytes, size);
  }
  close(file);
  return got;
}

size_t python_traceback(char* bytes, size_t size) {
  const size_t got = by_interpreter(bytes, size);
  if (got > 0 || !begin_use()) return got;
  const size_t other = by_writer(bytes, size);
  end_use();
  return other;
}

int traceback_file(void) {
  const int file = empty_file();
  if (file < 0) return -1;
  keep(&written, file);
  return written.descriptor;
}

void take_traceback_writer(int signal_number) {
  struct sigaction action;
  struct sigaction none = {.sa_handler = SIG_DFL};
  if (sigaction(signal_number, &none, &action) != 0 || (action.sa_flags & SA_SIGINFO) != 0) return;
  if (action.sa_handler == SIG_DFL || action.sa_handler == SIG_IGN) return;
  writers_signal = signal_number;
  writer = action.sa_handler;
}
