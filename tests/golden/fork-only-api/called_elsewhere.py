# A reference is no call.
# silent
import os

HAS_FORK = hasattr(os, "fork")
fork = os.fork
