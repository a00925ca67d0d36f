# Annotations as strings change nothing else.
from __future__ import annotations

import os

pid: int = os.fork()
#          ^^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
