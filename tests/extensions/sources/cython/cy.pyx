# Cython: a function and a class.
cdef extern from "unistd.h":
    int fork()


def launch():
    return fork()


cdef class Pool:
    def spawn(self):
        return fork()
