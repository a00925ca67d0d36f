# A suppression that is needed, with its reason.
# silent
import os

os.fork()  # forklint: ignore[FRK105] -- forked before any thread is started
os.fork()  # noqa: FRK105
# forklint: ignore[FRK1]
os.fork()
