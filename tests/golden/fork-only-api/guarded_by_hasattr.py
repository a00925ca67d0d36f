# The guard says that it exists, not that it is harmless.
import os

if hasattr(os, "fork"):
    os.fork()
#   ^^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
