// A thread that is started when the library is loaded, before anything in it is called.
#include <thread>

extern "C" {
int fork(void);
}

static std::thread watcher([] {});

int start() { return fork(); }
//                   ^^^^^^ FRK401 warning: 'fork' in 'start' copies the process that loads this code, Python and all.
//                   ^^^^^^ FRK404 error: 'fork' in 'start' runs after 'std::thread::thread' has started a thread, which is not in the child.
