// Functions of the project that are called so, and what starts programs without copying this process.
// silent
extern "C" {
int posix_spawn(int*, const char*, const void*, const void*, char* const[], char* const[]);
int system(const char*);
void* popen(const char*, const char*);
int clone(int (*)(void*), void*, int, void*, ...);
long syscall(long, ...);
}

namespace road {
int fork();
struct Way {
  int fork() { return 1; }
  static int vfork() { return 2; }
};
}  // namespace road

template <class T>
int ask(T way) {
  return way.fork();
}

int thread(void*);

int silent_ones() {
  road::Way way;
  const char* text = "fork()";  // fork() in a comment
  constexpr int kThread = 0x00010f00;
  clone(thread, nullptr, kThread, nullptr);
  syscall(56, 0x100);
  syscall(39);
  system(text);
  popen(text, "r");
  posix_spawn(nullptr, text, nullptr, nullptr, nullptr, nullptr);
  return way.fork() + road::Way::vfork() + road::fork() + ask(way);
}
