// A program of its own: a note.
typedef int pid_t;
pid_t fork(void);

int main(void) { return fork(); }
//                      ^^^^^^ FRK401 note: 'fork' in 'main' copies the process; this file has a main function, so that is a program of its own.
