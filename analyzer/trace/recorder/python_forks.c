/* The way of each fork of the interpreter, as a module that forklint_recorder.py imports. What was alive
   beside the fork is looked at by Python code there, which is much: each page of memory that is written to
   beside a fork has to be copied or unlocked by the kernel, and Python writes to every object that it looks
   at. A fork like the one before it repeats what was seen, and a child makes one write. */
#define _GNU_SOURCE
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "log.h"
#include "python_api.h"
#include "traceback.h"

enum { MOST_FRAMES = 64, LONGEST_HEAD = 160, NANOSECONDS = 1000000000 };

static struct python_api python;

/* Which call the interpreter said it is about to make. A fork without such a word is preexec_fn. */
static __thread const char* announced;
/* What the child writes, made by its parent: a page that a child touches costs as much as all of its
 * instructions. */
static __thread struct {
  char line[LONGEST_HEAD];
  size_t size;
} birth;

/* Python's None. */
static object* none;

/* What was looked at last, and for which forks it holds. The global lock of the interpreter guards it. */
static struct {
  object* look_around; /* called with the announced call; gives text and the dictionary of threads, or None */
  double holds_for;    /* seconds, in a program of one thread of Python */
  double holds_beside; /* in one of more */
  pid_t pid;
  unsigned long forks; /* of this process, so far */
  unsigned long looked_at;
  const char* call;
  object* codes[MOST_FRAMES];
  int lines[MOST_FRAMES];
  int frames;
  double until;
  pthread_t thread; /* that forked */
  object* threads;  /* by their number */
  ssize_t python_threads;
  ssize_t modules;
  ssize_t native_threads;
  object* text;
} last;

static double seconds(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / NANOSECONDS;
}

static ssize_t native_threads(void) {
  struct stat status;
  return stat("/proc/self/task", &status) == 0 ? (ssize_t)status.st_nlink - 2 : -1;
}

/* New references, or NULL. */
static object* code_of(object* frame) {
  return python.PyFrame_GetCode != NULL ? python.PyFrame_GetCode(frame)
                                        : python.PyObject_GetAttrString(frame, "f_code");
}

static object* caller_of(object* frame) {
  if (python.PyFrame_GetBack != NULL) return python.PyFrame_GetBack(frame);
  object* caller = python.PyObject_GetAttrString(frame, "f_back");
  if (caller != none) return caller;
  python.Py_DecRef(caller);
  return NULL;
}

/* Calls `each` for the frames of this thread, innermost first, until it gives 0. Whether it never did. */
static int all_frames(int (*each)(int index, object* code, int line)) {
  object* frame = python.PyEval_GetFrame();
  int goes_on = frame != NULL;
  if (frame != NULL) python.Py_IncRef(frame);
  for (int index = 0; frame != NULL; ++index) {
    object* code = code_of(frame);
    goes_on = code != NULL && each(index, code, python.PyFrame_GetLineNumber(frame));
    if (code != NULL) python.Py_DecRef(code);
    object* caller = goes_on && index + 1 < MOST_FRAMES ? caller_of(frame) : NULL;
    python.Py_DecRef(frame);
    frame = caller;
  }
  return goes_on;
}

static int compared;

static int is_as_last(int index, object* code, int line) {
  compared = index + 1;
  return index < last.frames && last.codes[index] == code && last.lines[index] == line;
}

static int is_stack_as_last(void) { return all_frames(is_as_last) && compared == last.frames; }

/* The code objects are kept, so that no other one gets their address. */
static int remember(int index, object* code, int line) {
  python.Py_IncRef(code);
  last.codes[index] = code;
  last.lines[index] = line;
  last.frames = index + 1;
  return 1;
}

static void forget(object** kept) {
  if (*kept != NULL) python.Py_DecRef(*kept);
  *kept = NULL;
}

static void forget_last(void) {
  while (last.frames > 0) forget(&last.codes[--last.frames]);
  forget(&last.threads);
  forget(&last.text);
}

static int is_fork_as_last(void) {
  return last.text != NULL && last.threads != NULL && last.call == announced &&
         seconds(CLOCK_MONOTONIC) < last.until && pthread_equal(last.thread, pthread_self()) &&
         python.PyDict_Size(last.threads) == last.python_threads &&
         python.PyDict_Size(python.PyImport_GetModuleDict()) == last.modules &&
         native_threads() == last.native_threads && is_stack_as_last();
}

/* Other threads of Python may run in between: what they do not hold on to is not touched before the end. */
static int look_around(void) {
  object* text = NULL;
  object* threads = NULL;
  object* seen = python.PyObject_CallFunction(last.look_around, "z", announced);
  const int is_seen = seen != NULL && python.PyArg_ParseTuple(seen, "SO", &text, &threads);
  if (!is_seen) python.PyErr_Clear();
  forget_last();
  if (is_seen) {
    last.call = announced;
    last.modules = python.PyDict_Size(python.PyImport_GetModuleDict());
    last.native_threads = native_threads();
    all_frames(remember);
    python.Py_IncRef(last.text = text);
    python.Py_IncRef(last.threads = threads);
    last.thread = pthread_self();
    last.python_threads = python.PyDict_Size(threads);
    last.until = seconds(CLOCK_MONOTONIC) + (last.python_threads == 1 ? last.holds_for : last.holds_beside);
  }
  if (seen != NULL) python.Py_DecRef(seen);
  return is_seen;
}

static void write_fork(int is_repeated) {
  char head[LONGEST_HEAD];
  char tail[LONGEST_HEAD];
  char* text = NULL;
  ssize_t size = 0;
  int used = snprintf(head, sizeof head, "{\"event\": \"fork\", \"fork\": %lu, ", last.forks);
  if (is_repeated) {
    used += snprintf(head + used, sizeof head - (size_t)used, "\"as_fork\": %lu, ", last.looked_at);
  }
  const int end = snprintf(tail, sizeof tail, ", \"time\": %.6f}\n", seconds(CLOCK_REALTIME));
  if (python.PyBytes_AsStringAndSize(last.text, &text, &size) != 0) return;
  const struct iovec parts[] = {{head, (size_t)used}, {text, (size_t)size}, {tail, (size_t)end}};
  append_parts(parts, sizeof parts / sizeof *parts);
}

static object* before_fork(object* module, object* nothing) {
  (void)module;
  (void)nothing;
  const pid_t pid = getpid();
  const int is_repeated = pid == last.pid && is_fork_as_last();
  birth.size = 0;
  if (pid != last.pid) last.forks = 0;
  if (is_repeated || look_around()) {
    last.pid = pid;
    ++last.forks;
    if (!is_repeated) last.looked_at = last.forks;
    write_fork(is_repeated);
    birth.size =
        (size_t)snprintf(birth.line, sizeof birth.line,
                         "{\"event\": \"born\", \"parent\": %d, \"fork\": %lu}\n", (int)pid, last.forks);
  }
  announced = NULL;
  python.Py_IncRef(none);
  return none;
}

/* The child has come out of the interpreter's own code after a fork. Its log is the one that its parent used
 * just now. */
static object* after_in_child(object* module, object* nothing) {
  (void)module;
  (void)nothing;
  if (birth.size != 0) append_again(birth.line, birth.size);
  python.Py_IncRef(none);
  return none;
}

static int on_audit(const char* event, object* arguments, void* data) {
  (void)arguments;
  (void)data;
  if (strncmp(event, "os.fork", 7) == 0) announced = strcmp(event + 7, "pty") == 0 ? "os.forkpty" : "os.fork";
  /* Of a fork that another hook forbade. */
  if (strcmp(event, "subprocess.Popen") == 0) announced = NULL;
  return 0;
}

/* `(look_around, seconds, seconds beside other threads)`: begins. */
static object* start(object* module, object* arguments) {
  (void)module;
  /* A second interpreter of this process: what it has can't be called from the first. */
  if (last.look_around != NULL) return python.Py_BuildValue("");
  if (!python.PyArg_ParseTuple(arguments, "Odd", &last.look_around, &last.holds_for, &last.holds_beside))
    return NULL;
  python.Py_IncRef(last.look_around);
  if (python.PySys_AddAuditHook(on_audit, NULL) != 0) return NULL;
  return python.Py_BuildValue("");
}

static object* append_bytes(object* module, object* bytes) {
  (void)module;
  char* text = NULL;
  ssize_t size = 0;
  if (python.PyBytes_AsStringAndSize(bytes, &text, &size) != 0) return NULL;
  append(text, (size_t)size);
  return python.Py_BuildValue("");
}

static object* open_traceback_file(object* module, object* nothing) {
  (void)module;
  (void)nothing;
  return python.Py_BuildValue("i", traceback_file());
}

static object* take_writer(object* module, object* number) {
  (void)module;
  take_traceback_writer((int)python.PyLong_AsLong(number));
  return python.Py_BuildValue("");
}

__attribute__((visibility("default"))) object* PyInit_forklint_native(void) {
  static struct method methods[] = {{"start", start, WITH_ONE_ARGUMENT, NULL},
                                    {"append", append_bytes, WITH_ONE_ARGUMENT, NULL},
                                    {"traceback_file", open_traceback_file, WITHOUT_ARGUMENTS, NULL},
                                    {"take_traceback_writer", take_writer, WITH_ONE_ARGUMENT, NULL},
                                    {"before_fork", before_fork, WITHOUT_ARGUMENTS, NULL},
                                    {"after_in_child", after_in_child, WITHOUT_ARGUMENTS, NULL},
                                    {NULL, NULL, 0, NULL}};
  static struct module_definition definition = {
      .references = 1, .name = "forklint_native", .size = -1, .methods = methods};
  if (!find_python_api(&python)) return NULL;
  none = python.Py_BuildValue("");
  return python.PyModule_Create2(&definition, ABI_VERSION);
}
