/* Preloaded into a program that is traced: writes down the forks of native code, with its stack. Of those of
   the interpreter itself python_forks.c knows more, but not which child they made: that is written here. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

#include "log.h"
#include "native_stack.h"
#include "text.h"
#include "traceback.h"

enum { LONGEST_TRACEBACK = 8192 };

typedef pid_t (*fork_function)(void);
typedef int (*forkpty_function)(int*, char*, const void*, const void*);

/* dladdr looks through all symbols of a library, which is much for each of many forks. */
static const void* _Atomic last_interpreter;

/* The interpreter's own forks, and fork+exec of the subprocess module. */
static int is_interpreter(const void* caller) {
  Dl_info info;
  if (caller == last_interpreter) return 1;
  if (dladdr(caller, &info) == 0 || info.dli_fname == NULL) return 0;
  const char* name = strrchr(info.dli_fname, '/');
  name = name == NULL ? info.dli_fname : name + 1;
  const int is_one = strncmp(name, "libpython", 9) == 0 || strncmp(name, "python", 6) == 0 ||
                     strncmp(name, "_posixsubprocess", 16) == 0;
  if (is_one) last_interpreter = caller;
  return is_one;
}

/* Shells and tools that the program starts fork as they like: they are no part of it. */
static int runs_python(void) {
  int (*is_initialized)(void) = NULL;
  *(void**)&is_initialized = dlsym(RTLD_DEFAULT, "Py_IsInitialized");
  return is_initialized != NULL && is_initialized() != 0;
}

static void add_traceback(struct text* text) {
  char traceback[LONGEST_TRACEBACK];
  const size_t size = python_traceback(traceback, sizeof traceback);
  if (size == 0) return;
  add(text, ",\"traceback\":");
  add_quoted(text, traceback, size);
}

static void write_native_fork(const char* call, pid_t child) {
  struct text text;
  struct timespec now;
  char head[256];
  text.size = 0;
  clock_gettime(CLOCK_REALTIME, &now);
  snprintf(head, sizeof head,
           "{\"event\":\"native_fork\",\"call\":\"%s\",\"pid\":%d,\"child\":%d,\"time\":%lld.%06ld,", call,
           (int)getpid(), (int)child, (long long)now.tv_sec, now.tv_nsec / 1000);
  add(&text, head);
  add(&text, "\"native_stack\":");
  add_native_stack(&text);
  add_traceback(&text);
  add(&text, "}\n");
  append(text.bytes, text.size);
}

/* The interpreter forks with its global lock held: this line stands next after the one of its fork. -1 is
   written, too, or the next child would seem to be this fork's. */
static void write_child(pid_t child) {
  char line[96];
  const int size = snprintf(line, sizeof line, "{\"event\":\"child\",\"pid\":%d,\"child\":%d}\n",
                            (int)getpid(), (int)child);
  append(line, (size_t)size);
}

/* In the parent: a child may do nothing but what is async-signal-safe. */
static void record(const char* call, pid_t child, const void* caller) {
  const int error = errno;
  if (is_interpreter(caller)) {
    write_child(child);
  } else if (child > 0 && runs_python()) {
    write_native_fork(call, child);
  }
  errno = error;
}

static fork_function original_fork, original_small_fork;
static forkpty_function original_forkpty;

static pid_t recorded_fork(const char* name, fork_function original, const void* caller) {
  if (original == NULL) return -1;
  const pid_t child = original();
  if (child != 0) record(name, child, caller);
  return child;
}

pid_t fork(void) { return recorded_fork("fork", original_fork, __builtin_return_address(0)); }

pid_t _Fork(void) { return recorded_fork("_Fork", original_small_fork, __builtin_return_address(0)); }

int forkpty(int* master, char* name, const void* terminal, const void* size) {
  if (original_forkpty == NULL) return -1;
  const int child = original_forkpty(master, name, terminal, size);
  if (child != 0) record("forkpty", child, __builtin_return_address(0));
  return child;
}

__attribute__((constructor)) static void find_originals(void) {
  *(void**)&original_fork = dlsym(RTLD_NEXT, "fork");
  *(void**)&original_small_fork = dlsym(RTLD_NEXT, "_Fork");
  *(void**)&original_forkpty = dlsym(RTLD_NEXT, "forkpty");
}
