#define _GNU_SOURCE
#include "native_stack.h"

#include <dlfcn.h>
#include <execinfo.h>
#include <link.h>
#include <stdatomic.h>
#include <string.h>

enum { MOST_FRAMES = 48, KEPT_STACKS = 4, LONGEST_KEPT = 6144 };

struct stack {
  int count;
  void* frames[MOST_FRAMES];
};

/* How often libraries were loaded and unloaded: as long as it stays, an address means the same function. */
struct generation {
  unsigned long long loaded;
  unsigned long long unloaded;
};

/* dladdr looks through all symbols of a library, which is much for each frame of each fork of a program that
   forks often: it forks at the same places. */
struct kept_stack {
  struct stack stack;
  struct generation generation;
  size_t size;
  char bytes[LONGEST_KEPT];
};

static struct kept_stack kept[KEPT_STACKS];
static unsigned next;
/* A child that was forked while another thread was in here finds it taken for ever, and goes without. */
static atomic_flag in_use = ATOMIC_FLAG_INIT;

static int read_generation(struct dl_phdr_info* info, size_t size, void* generation) {
  (void)size;
  *(struct generation*)generation = (struct generation){info->dlpi_adds, info->dlpi_subs};
  return 1;
}

static struct generation now(void) {
  struct generation generation = {0, 0};
  dl_iterate_phdr(read_generation, &generation);
  return generation;
}

static void add_frame(struct text* text, const void* address, const void* this_library,
                      const char** separator) {
  Dl_info info;
  memset(&info, 0, sizeof info);
  dladdr(address, &info);
  if (info.dli_fbase == this_library) return;
  const char* function = info.dli_sname == NULL ? "??" : info.dli_sname;
  const char* library = info.dli_fname == NULL ? "" : info.dli_fname;
  add(text, *separator);
  add(text, "{\"function\":");
  add_quoted(text, function, strlen(function));
  add(text, ",\"library\":");
  add_quoted(text, library, strlen(library));
  add(text, "}");
  *separator = ",";
}

static void add_frames(struct text* text, const struct stack* stack) {
  Dl_info ours;
  const char* separator = "";
  memset(&ours, 0, sizeof ours);
  dladdr((void*)&add_frames, &ours);
  add(text, "[");
  for (int i = 0; i < stack->count; ++i) add_frame(text, stack->frames[i], ours.dli_fbase, &separator);
  add(text, "]");
}

static int add_kept(struct text* text, const struct stack* stack, const struct generation* generation) {
  const void* frames = (const void*)stack->frames;
  for (int i = 0; i < KEPT_STACKS; ++i) {
    const struct kept_stack* each = &kept[i];
    if (each->size == 0 || each->stack.count != stack->count ||
        memcmp(&each->generation, generation, sizeof *generation) != 0 ||
        memcmp((const void*)each->stack.frames, frames, (size_t)stack->count * sizeof *stack->frames) != 0)
      continue;
    memcpy(text->bytes + text->size, each->bytes, each->size);
    text->size += each->size;
    return 1;
  }
  return 0;
}

static void keep_stack(const struct stack* stack, const struct generation* generation, const char* bytes,
                       size_t size) {
  if (size > LONGEST_KEPT) return;
  struct kept_stack* place = &kept[next++ % KEPT_STACKS];
  place->stack = *stack;
  place->generation = *generation;
  place->size = size;
  memcpy(place->bytes, bytes, size);
}

void add_native_stack(struct text* text) {
  struct stack stack;
  stack.count = backtrace(stack.frames, MOST_FRAMES);
  if (text->size + LONGEST_KEPT > sizeof text->bytes || atomic_flag_test_and_set(&in_use)) {
    add_frames(text, &stack);
    return;
  }
  const struct generation generation = now();
  if (!add_kept(text, &stack, &generation)) {
    const size_t begin = text->size;
    add_frames(text, &stack);
    keep_stack(&stack, &generation, text->bytes + begin, text->size - begin);
  }
  atomic_flag_clear(&in_use);
}

/* The first backtrace loads a library, which is no good at a fork. */
__attribute__((constructor)) static void warm_up(void) {
  void* frame[1];
  backtrace(frame, 1);
}
