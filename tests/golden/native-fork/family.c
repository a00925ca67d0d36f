// Every function of the family, declared by hand: no header of the system is needed.
typedef int pid_t;
pid_t fork(void);
pid_t vfork(void);
pid_t _Fork(void);
int forkpty(int *, char *, const void *, const void *);
int daemon(int, int);
int clone(int (*)(void *), void *, int, void *, ...);
long syscall(long, ...);

int work(void *argument);

void all_of_them(int flags) {
  fork();
//^^^^^^ FRK401 warning: 'fork' in 'all_of_them' copies the process that loads this code, Python and all.
  _Fork();
//^^^^^^^ FRK401 warning: '_Fork' in 'all_of_them' copies the process that loads this code, Python and all.
  forkpty(0, 0, 0, 0);
//^^^^^^^^^^^^^^^^^^^ FRK401 warning: 'forkpty' in 'all_of_them' copies the process that loads this code, Python and all.
  daemon(0, 0);
//^^^^^^^^^^^^ FRK401 warning: 'daemon' in 'all_of_them' copies the process that loads this code, Python and all.
  clone(work, 0, 17, 0);
//^^^^^^^^^^^^^^^^^^^^^ FRK401 warning: 'clone' in 'all_of_them' copies the process that loads this code, Python and all.
  clone(work, 0, flags, 0);
//^^^^^^^^^^^^^^^^^^^^^^^^ FRK401 note: 'clone' in 'all_of_them' copies the process if its flags do not share memory, which is not known here.
  syscall(57);
//^^^^^^^^^^^ FRK401 warning: 'syscall(SYS_fork)' in 'all_of_them' copies the process that loads this code, Python and all.
  syscall(56, 17);
//^^^^^^^^^^^^^^^ FRK401 warning: 'syscall(SYS_clone)' in 'all_of_them' copies the process that loads this code, Python and all.
}
