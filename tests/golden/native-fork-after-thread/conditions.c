// A thread that only some ways start: what the fork does not depend on makes it a possibility.
#include <pthread.h>

int fork(void);
int puts(const char *);

static pthread_t thread;
void *work(void *);

static void start(void) {
  if (pthread_create(&thread, 0, work, 0)) puts("no thread");
}

static void start_if(int threaded) {
  if (threaded) start();
}

static int forks_after_option(void) { return fork(); }
//                                           ^^^^^^ FRK401 warning: 'fork' in 'forks_after_option' copies the process that loads this code, Python and all.
//                                           ^^^^^^ FRK404 note: 'fork' in 'forks_after_option' may run after 'pthread_create' has started a thread, which would not be in the child.

int main_with_option(int threaded) {
  start_if(threaded);
  return forks_after_option();
}

static int forks_in_one_branch(void) { return fork(); }
//                                            ^^^^^^ FRK401 warning: 'fork' in 'forks_in_one_branch' copies the process that loads this code, Python and all.
//                                            ^^^^^^ FRK404 error: 'fork' in 'forks_in_one_branch' runs after 'pthread_create' has started a thread, which is not in the child.

int main_in_branch(int threaded) {
  if (threaded) {
    start();
    return forks_in_one_branch();
  }
  return 0;
}

static int forks_behind_branch(void) { return fork(); }
//                                            ^^^^^^ FRK401 warning: 'fork' in 'forks_behind_branch' copies the process that loads this code, Python and all.
//                                            ^^^^^^ FRK404 note: 'fork' in 'forks_behind_branch' may run after 'pthread_create' has started a thread, which would not be in the child.

int main_behind_branch(int threaded) {
  while (threaded--) start();
  return forks_behind_branch();
}

static int forks_surely(void) { return fork(); }
//                                     ^^^^^^ FRK401 warning: 'fork' in 'forks_surely' copies the process that loads this code, Python and all.
//                                     ^^^^^^ FRK404 error: 'fork' in 'forks_surely' runs after 'pthread_create' has started a thread, which is not in the child.

int main_surely(int threaded) {
  start_if(threaded);
  start();
  return threaded ? forks_surely() : 0;
}

#define WHERE_SET(flag) if (flag)

static int forks_after_macro(void) { return fork(); }
//                                          ^^^^^^ FRK401 warning: 'fork' in 'forks_after_macro' copies the process that loads this code, Python and all.
//                                          ^^^^^^ FRK404 note: 'fork' in 'forks_after_macro' may run after 'pthread_create' has started a thread, which would not be in the child.

int main_by_macro(int threaded) {
  WHERE_SET(threaded) start();
  return forks_after_macro();
}

int in_the_function(int threaded) {
  if (threaded) start();
  return fork();
//       ^^^^^^ FRK401 warning: 'fork' in 'in_the_function' copies the process that loads this code, Python and all.
//       ^^^^^^ FRK404 error: 'fork' in 'in_the_function' runs after 'pthread_create' has started a thread, which is not in the child.
}

static void start_unless(int quiet) {
  if (quiet) return;
  start();
}

static int forks_after_early_return(void) { return fork(); }
//                                                 ^^^^^^ FRK401 warning: 'fork' in 'forks_after_early_return' copies the process that loads this code, Python and all.
//                                                 ^^^^^^ FRK404 note: 'fork' in 'forks_after_early_return' may run after 'pthread_create' has started a thread, which would not be in the child.

int main_with_early_return(int quiet) {
  start_unless(quiet);
  return forks_after_early_return();
}

static int start_or_fail(int *memory) {
  if (!memory) return -1;
  start();
  return 0;
}

static int forks_after_failure(void) { return fork(); }
//                                            ^^^^^^ FRK401 warning: 'fork' in 'forks_after_failure' copies the process that loads this code, Python and all.
//                                            ^^^^^^ FRK404 error: 'fork' in 'forks_after_failure' runs after 'pthread_create' has started a thread, which is not in the child.

int main_with_failure(int *memory) {
  if (start_or_fail(memory)) return 1;
  return forks_after_failure();
}
