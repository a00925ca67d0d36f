"""Runs a command on a terminal of its own and collects what it writes."""

import os
import pty


def read_all(descriptor):
    chunks = []
    while True:
        try:
            chunk = os.read(descriptor, 1024)
        except OSError:
            break
        if not chunk:
            break
        chunks.append(chunk)
    return b"".join(chunks).decode().replace("\r\n", "\n")


def run_on_terminal(command):
    pid, descriptor = pty.fork()
    if pid == 0:
        os.execvp(command[0], command)
    output = read_all(descriptor)
    os.waitpid(pid, 0)
    os.close(descriptor)
    return output


def is_terminal_in_child():
    pid, descriptor = os.forkpty()
    if pid == 0:
        os.write(1, b"yes" if os.isatty(0) else b"no")
        os._exit(0)
    answer = read_all(descriptor)
    os.waitpid(pid, 0)
    os.close(descriptor)
    return answer
