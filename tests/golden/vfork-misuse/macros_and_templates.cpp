// What the child of vfork does, written by macros and in templates.
extern "C" {
int vfork(void);
int execv(const char *, char *const[]);
void _exit(int) __attribute__((noreturn));
int close(int);
}

#define TIDY() close(0)

int by_macro() {
  int pid = vfork();
  if (pid == 0) {
    TIDY();
//  ^^^^^^ FRK406 warning: The child of 'vfork' in 'by_macro' calls 'close', and may do nothing but exec or _exit.
    _exit(0);
  }
  return pid;
}

template <class Number>
int in_template(Number number) {
  int pid = vfork();
  if (pid == 0) {
    close(number);
//  ^^^^^^^^^^^^^ FRK406 warning: The child of 'vfork' in 'in_template' calls 'close', and may do nothing but exec or _exit.
    execv("/bin/true", nullptr);
    _exit(127);
  }
  return pid;
}
int instance_of_vfork() { return in_template(0); }
