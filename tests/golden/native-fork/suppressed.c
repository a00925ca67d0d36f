// Comments as clang-tidy knows them, and forklint's own.
typedef int pid_t;
pid_t fork(void);

int a(void) { return fork(); }  // NOLINT(FRK401) -- one thread only
//                              ^^^^^^^^^^^^^^^^^ FRK901 note: The suppression of 'FRK401' suppresses nothing.

// NOLINTNEXTLINE(FRK401)
//^^^^^^^^^^^^^^^^^^^^^^^^^ FRK901 note: The suppression of 'FRK401' suppresses nothing.
int b(void) { return fork(); }

int c(void) { return fork(); }  // forklint: ignore[FRK401]
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK901 note: The suppression of 'FRK401' suppresses nothing.

int d(void) { return fork(); }  /* NOLINT(FRK401, bugprone-fork) */
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK901 note: The suppression of 'FRK401' suppresses nothing.

// The bare form was written for something else.
int e(void) { return fork(); }  // NOLINT
