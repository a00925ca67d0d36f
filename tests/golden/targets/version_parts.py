# args: --target-python 3.12
# What a test of the version says from 3.12 on, whichever its last release: "fork" is only asked for where it may be.
import sys
from multiprocessing import get_context

contexts = []

# As a tuple: the longer one is the greater, and sys.version_info has five parts.
contexts.append(get_context("spawn" if sys.version_info > (3, 12) else "fork"))
contexts.append(get_context("spawn" if sys.version_info > (3,) else "fork"))
contexts.append(get_context("spawn" if sys.version_info > () else "fork"))
contexts.append(get_context("spawn" if sys.version_info >= (3, 12, 0) else "fork"))
contexts.append(get_context("fork" if sys.version_info == (3, 12) else "spawn"))
contexts.append(get_context("fork" if sys.version_info < (3, 12, 0) else "spawn"))

# Its first parts.
contexts.append(get_context("spawn" if sys.version_info[:2] >= (3, 12) else "fork"))
contexts.append(get_context("spawn" if sys.version_info[0:2] >= (3, 12) else "fork"))
contexts.append(get_context("spawn" if sys.version_info[:1] == (3,) else "fork"))
contexts.append(get_context("spawn" if sys.version_info[:3] >= (3, 12, 0) else "fork"))
contexts.append(get_context("fork" if sys.version_info[:2] < (3, 12) else "spawn"))
contexts.append(get_context("fork" if sys.version_info[:2] == (3, 12, 1) else "spawn"))

# One of them.
contexts.append(get_context("spawn" if sys.version_info[1] >= 12 else "fork"))
contexts.append(get_context("spawn" if sys.version_info.minor >= 12 else "fork"))
contexts.append(get_context("spawn" if sys.version_info[0] == 3 else "fork"))
contexts.append(get_context("spawn" if sys.version_info.major > 2 else "fork"))
contexts.append(get_context("fork" if sys.version_info[0] < 3 else "spawn"))

# The version decides.
contexts.append(get_context("spawn" if sys.version_info[:2] > (3, 12) else "fork"))
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 note: 'multiprocessing.get_context' may be asked for the fork start method: it is one of the values that can arrive here.
contexts.append(get_context("spawn" if sys.version_info[1] == 12 else "fork"))
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 note: 'multiprocessing.get_context' may be asked for the fork start method: it is one of the values that can arrive here.

# The last release does, or what can't be known.
contexts.append(get_context("spawn" if sys.version_info >= (3, 12, 1) else "fork"))
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 note: 'multiprocessing.get_context' may be asked for the fork start method: it is one of the values that can arrive here.
contexts.append(get_context("spawn" if sys.version_info[:3] > (3, 12, 0) else "fork"))
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 note: 'multiprocessing.get_context' may be asked for the fork start method: it is one of the values that can arrive here.
contexts.append(get_context("spawn" if sys.version_info[2] >= 1 else "fork"))
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 note: 'multiprocessing.get_context' may be asked for the fork start method: it is one of the values that can arrive here.
contexts.append(get_context("spawn" if sys.version_info[1:] > (11,) else "fork"))
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 note: 'multiprocessing.get_context' may be asked for the fork start method: it is one of the values that can arrive here.
contexts.append(get_context("spawn" if sys.version_info[::2] > (3,) else "fork"))
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 note: 'multiprocessing.get_context' may be asked for the fork start method: it is one of the values that can arrive here.
contexts.append(get_context("spawn" if sys.version_info >= (3, 12, 0, "final") else "fork"))
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 note: 'multiprocessing.get_context' may be asked for the fork start method: it is one of the values that can arrive here.

# A part is a number: beside a tuple it says nothing.
contexts.append(get_context("spawn" if sys.version_info.minor > () else "fork"))
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 note: 'multiprocessing.get_context' may be asked for the fork start method: it is one of the values that can arrive here.
contexts.append(get_context("spawn" if sys.version_info.major == (3, 12) else "fork"))
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 note: 'multiprocessing.get_context' may be asked for the fork start method: it is one of the values that can arrive here.
