# Python calls what forks in C, directly and through the project's own code, with a thread alive.
import threading

import _native
from pkg.api import start


def main():
    threading.Thread(target=print).start()
    _native.launch()
#   ^^^^^^^^^^^^^^^^ FRK201 error: '_native.launch' forks while a thread of threading.Thread is alive.
#   ^^^^^^^^^^^^^^^^ FRK501 warning: '_native.launch' forks this process in native code: fork in 'start_helper'.
#      flow: _native.launch()
#      flow: _native.c: "launch"
#      flow: _native.c: start_helper()
#      flow: helper.c: fork()
    _native.harmless()
    start()


if __name__ == "__main__":
    main()
