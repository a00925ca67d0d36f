from os import fork, getpid as pid

if fork() == 0:
#  ^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
    print(pid())
