// Threads after the fork, objects without a thread, and a careful child.
#include <thread>
#include <utility>

extern "C" {
int fork(void);
void _exit(int) __attribute__((noreturn));
}

int afterwards() {
  const int pid = fork();
//                ^^^^^^ FRK401 warning: 'fork' in 'afterwards' copies the process that loads this code, Python and all.
  std::thread worker([] {});
  worker.join();
  return pid;
}

int no_thread() {
  std::thread empty;
  std::thread moved(std::move(empty));
  return fork();
//       ^^^^^^ FRK401 warning: 'fork' in 'no_thread' copies the process that loads this code, Python and all.
}

int careful() {
  std::thread worker([] {});
  const int pid = fork();
//                ^^^^^^ FRK401 note: 'fork' in 'careful' copies the process, and its child is careful: it only makes async-signal-safe calls and ends in exec or _exit.
  if (pid == 0) _exit(0);
  worker.join();
  return pid;
}
