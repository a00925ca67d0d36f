// Threads before the fork: in the function, in one that calls it, in a template, through a macro.
#include <pthread.h>

#include <thread>

extern "C" {
int fork(void);
}

#define BEGIN(thread, function) pthread_create(&thread, nullptr, function, nullptr)

void *work(void *);

int in_the_function() {
  std::thread worker([] {});
  const int pid = fork();
//                ^^^^^^ FRK401 warning: 'fork' in 'in_the_function' copies the process that loads this code, Python and all.
//                ^^^^^^ FRK404 error: 'fork' in 'in_the_function' runs after 'std::thread::thread' has started a thread, which is not in the child.
  worker.join();
  return pid;
}

int through_a_macro() {
  pthread_t thread;
  BEGIN(thread, work);
  return fork();
//       ^^^^^^ FRK401 warning: 'fork' in 'through_a_macro' copies the process that loads this code, Python and all.
//       ^^^^^^ FRK404 error: 'fork' in 'through_a_macro' runs after 'pthread_create' has started a thread, which is not in the child.
}

template <class Function>
int in_a_template(Function function) {
  std::thread worker(function);
  const int pid = fork();
//                ^^^^^^ FRK401 warning: 'fork' in 'in_a_template' copies the process that loads this code, Python and all.
//                ^^^^^^ FRK404 error: 'fork' in 'in_a_template' runs after 'std::thread::thread' has started a thread, which is not in the child.
  worker.join();
  return pid;
}

int instantiated() {
  return in_a_template([] {});
}

static int forks() { return fork(); }
//                          ^^^^^^ FRK401 warning: 'fork' in 'forks' copies the process that loads this code, Python and all.
//                          ^^^^^^ FRK404 error: 'fork' in 'forks' runs after 'std::jthread::jthread' has started a thread, which is not in the child.

int in_a_caller() {
  std::jthread worker([] {});
  return forks();
}
