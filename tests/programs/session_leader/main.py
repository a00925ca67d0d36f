import os
import subprocess
import sys

CHILD = "import os; print(os.getsid(0) == os.getpid())"


def main():
    done = subprocess.run([sys.executable, "-c", CHILD], preexec_fn=os.setsid, stdout=subprocess.PIPE, check=True)
    print(done.stdout.decode().strip())


if __name__ == "__main__":
    main()
