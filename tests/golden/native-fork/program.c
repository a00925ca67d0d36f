// A program of its own: a note.
// silent
typedef int pid_t;
pid_t fork(void);

int main(void) { return fork(); }
