# Windows has no fork.
import os
import sys

if os.name == "nt":
    os.fork()
if sys.platform.startswith("win"):
    os.fork()
if sys.platform != "win32":
    os.fork()
#   ^^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
if os.name == "posix":
    os.fork()
#   ^^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
