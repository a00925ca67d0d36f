# The code between fork and exec runs in a child like any other.
import subprocess
import threading
import time


def limit():
    print("limited")


if __name__ == "__main__":
    threading.Thread(target=time.sleep, args=(0.5,)).start()
    subprocess.run(["true"], check=True)
    subprocess.run(["true"], preexec_fn=limit, check=True)
#                            ^^^^^^^^^^^^^^^^ FRK106 warning: 'subprocess.run' runs Python code between fork and exec, because of 'preexec_fn'.
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'subprocess.run' forks while a thread of threading.Thread is alive.
