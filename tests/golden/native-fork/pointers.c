// Through pointers whose value can't change.
typedef int pid_t;
pid_t fork(void);

static pid_t (*const launcher)(void) = fork;
static pid_t (*changeable)(void) = fork;

int constant(void) { return launcher(); }
//                          ^^^^^^^^^^ FRK401 warning: 'fork' in 'constant' copies the process that loads this code, Python and all.

int unknown(void) { return changeable(); }
