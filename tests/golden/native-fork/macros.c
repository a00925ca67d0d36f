// Through macros: reported where the macro is used, once.
typedef int pid_t;
pid_t fork(void);

#define LAUNCH() fork()
#define CHECKED(call) ((call) < 0 ? -1 : 0)
#define TWICE(function) function(), function()

int launch(void) { return LAUNCH(); }
//                        ^^^^^^^^ FRK401 warning: 'fork' in 'launch' copies the process that loads this code, Python and all.

int checked(void) { return CHECKED(fork()); }
//                                 ^^^^^^ FRK401 warning: 'fork' in 'checked' copies the process that loads this code, Python and all.

void twice(void) { TWICE(fork); }
//                       ^^^^^^^^ FRK401 warning: 'fork' in 'twice' copies the process that loads this code, Python and all.
