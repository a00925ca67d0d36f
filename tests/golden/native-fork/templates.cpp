// In templates, once for all instantiations; in lambdas, constructors and static initialisers.
typedef int pid_t;
extern "C" pid_t fork(void);

template <class T>
struct Starter {
  int start(T value) { return ::fork() + static_cast<int>(value); }
//                            ^^^^^^^^ FRK401 warning: 'fork' in 'Starter::start' copies the process that loads this code, Python and all.
};

struct Opened {
  Opened() : pid(fork()) {}
//               ^^^^^^ FRK401 warning: 'fork' in 'Opened::Opened' copies the process that loads this code, Python and all.
  pid_t pid;
};

static const pid_t at_load = fork();
//                           ^^^^^^ FRK401 warning: 'fork' in 'at_load' copies the process that loads this code, Python and all.

int run() {
  auto later = [] { return fork(); };
//                         ^^^^^^ FRK401 warning: 'fork' in 'lambda' copies the process that loads this code, Python and all.
  Starter<int> one;
  Starter<long> two;
  Opened opened;
  return one.start(1) + two.start(2) + later() + opened.pid + at_load;
}
