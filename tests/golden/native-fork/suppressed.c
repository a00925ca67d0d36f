// Comments as clang-tidy knows them, and forklint's own.
typedef int pid_t;
pid_t fork(void);

int a(void) { return fork(); }  // NOLINT(FRK401) -- one thread only

// NOLINTNEXTLINE(FRK401)
int b(void) { return fork(); }

int c(void) { return fork(); }  // forklint: ignore[FRK401]

int d(void) { return fork(); }  /* NOLINT(FRK401, bugprone-fork) */

// The bare form was written for something else.
int e(void) { return fork(); }  // NOLINT
//                   ^^^^^^ FRK401 warning: 'fork' in 'e' copies the process that loads this code, Python and all.
