// How far it looks: into two functions that are called before the fork, and at two that call the one that forks.
#include <pthread.h>

extern "C" {
int fork(void);
}

void *work(void *);
static pthread_t thread;

static void starts() { pthread_create(&thread, nullptr, work, nullptr); }
static void starts_below() { starts(); }

int two_calls_down() {
  starts_below();
  return fork();
}

static int forks() { return fork(); }
static int calls_it() { return forks(); }

int two_calls_up() {
  starts();
  return calls_it();
}

static int forks_too() { return fork(); }
static int one() { return forks_too(); }
static int two() { return one(); }

// Farther away nobody knows on which ways the thread is there.
int three_calls_up() {
  starts();
  return two();
}
