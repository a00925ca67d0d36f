// A C function of the project with the name of the library's.
// silent
static int daemon(int a, int b) { return a + b; }

int fork(void);
int fork(void) { return 3; }

int use(void) { return daemon(1, 2) + fork(); }
