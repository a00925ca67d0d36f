# Functions behind functools.partial, made in one module and called in another.
from tools import fork_print, watch_soon

if __name__ == "__main__":
    watch_soon("main")
    fork_print("child")
