# forklint: ignore-file[FRK105] -- a daemon that forks first thing
# silent
import os

os.fork()
os.forkpty()
