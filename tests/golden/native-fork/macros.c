// Through macros: reported where the macro is used, once.
// silent
typedef int pid_t;
pid_t fork(void);

#define LAUNCH() fork()
#define CHECKED(call) ((call) < 0 ? -1 : 0)
#define TWICE(function) function(), function()

int launch(void) { return LAUNCH(); }

int checked(void) { return CHECKED(fork()); }

void twice(void) { TWICE(fork); }
