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
//       ^^^^^^ FRK401 warning: 'fork' in 'two_calls_down' copies the process that loads this code, Python and all.
//       ^^^^^^ FRK404 error: 'fork' in 'two_calls_down' runs after 'pthread_create' has started a thread, which is not in the child.
}

static int forks() { return fork(); }
//                          ^^^^^^ FRK401 warning: 'fork' in 'forks' copies the process that loads this code, Python and all.
//                          ^^^^^^ FRK404 error: 'fork' in 'forks' runs after 'pthread_create' has started a thread, which is not in the child.
static int calls_it() { return forks(); }

int two_calls_up() {
  starts();
  return calls_it();
}

static int forks_too() { return fork(); }
//                              ^^^^^^ FRK401 warning: 'fork' in 'forks_too' copies the process that loads this code, Python and all.
static int one() { return forks_too(); }
static int two() { return one(); }

// Farther away nobody knows on which ways the thread is there.
int three_calls_up() {
  starts();
  return two();
}
