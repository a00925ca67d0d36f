// In templates, once for all instantiations; in lambdas, constructors and static initialisers.
// silent
typedef int pid_t;
extern "C" pid_t fork(void);

template <class T>
struct Starter {
  int start(T value) { return ::fork() + static_cast<int>(value); }
};

struct Opened {
  Opened() : pid(fork()) {}
  pid_t pid;
};

static const pid_t at_load = fork();

int run() {
  auto later = [] { return fork(); };
  Starter<int> one;
  Starter<long> two;
  Opened opened;
  return one.start(1) + two.start(2) + later() + opened.pid + at_load;
}
