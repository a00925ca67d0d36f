// A thread that is started when the library is loaded, before anything in it is called.
#include <thread>

extern "C" {
int fork(void);
}

static std::thread watcher([] {});

int start() { return fork(); }
