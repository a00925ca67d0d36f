// The call, and what leads to it, written by macros and in templates.
extern "C" {
int fork(void);
int execv(const char *, char *const[]);
void _exit(int) __attribute__((noreturn));
int puts(const char *);
void *malloc(unsigned long);
}

#define SAY(text) puts(text)
#define IN_CHILD(what) \
  do {                 \
    what;              \
    _exit(0);          \
  } while (0)

int by_macro() {
  int pid = fork();
//          ^^^^^^ FRK401 warning: 'fork' in 'by_macro' copies the process that loads this code, Python and all.
  if (pid == 0) {
    SAY("child");
//  ^^^^^^^^^^^^ FRK403 warning: 'puts' is called in the child of 'fork' in 'by_macro', and is not async-signal-safe.
    _exit(0);
  }
  return pid;
}

int whole_child_by_macro() {
  int pid = fork();
//          ^^^^^^ FRK401 warning: 'fork' in 'whole_child_by_macro' copies the process that loads this code, Python and all.
  if (pid == 0) IN_CHILD(malloc(1));
//                       ^^^^^^^^^ FRK403 warning: 'malloc' is called in the child of 'fork' in 'whole_child_by_macro', and is not async-signal-safe.
  return pid;
}

template <class Text>
void tell(Text text) {
  puts(text);
}

template <class Text>
int in_template(Text text) {
  int pid = fork();
//          ^^^^^^ FRK401 warning: 'fork' in 'in_template' copies the process that loads this code, Python and all.
  if (pid == 0) {
    tell(text);
//  ^^^^^^^^^^ FRK403 warning: 'puts' is called in the child of 'fork' in 'in_template', and is not async-signal-safe.
    execv("/bin/true", nullptr);
    _exit(127);
  }
  return pid;
}
int instance() { return in_template("child"); }

template <class Text>
int never_made(Text text) {
  int pid = fork();
//          ^^^^^^ FRK401 warning: 'fork' in 'never_made' copies the process that loads this code, Python and all.
  if (pid == 0) {
    puts(text);
    _exit(0);
  }
  return pid;
}
