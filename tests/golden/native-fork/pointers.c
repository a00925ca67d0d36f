// Through pointers whose value can't change.
// silent
typedef int pid_t;
pid_t fork(void);

static pid_t (*const launcher)(void) = fork;
static pid_t (*changeable)(void) = fork;

int constant(void) { return launcher(); }

int unknown(void) { return changeable(); }
