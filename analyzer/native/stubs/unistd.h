/* Stands in for unistd.h where the library of C has no headers installed. */
#pragma once
#ifdef __cplusplus
extern "C" {
#endif
typedef int pid_t;
pid_t fork(void);
pid_t vfork(void);
pid_t _Fork(void);
pid_t getpid(void);
void _exit(int) __attribute__((noreturn));
int daemon(int, int);
long syscall(long, ...);
int execl(const char*, const char*, ...);
int execle(const char*, const char*, ...);
int execlp(const char*, const char*, ...);
int execv(const char*, char* const[]);
int execve(const char*, char* const[], char* const[]);
int execvp(const char*, char* const[]);
int dup2(int, int);
int close(int);
#ifdef __cplusplus
}
#endif
