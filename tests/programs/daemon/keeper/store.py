"""A file with lines, which the daemon writes and the command reads."""

import os
import time


class Store:
    def __init__(self, path):
        self.path = path

    def write(self, lines):
        partial = self.path + ".new"
        with open(partial, "w") as stream:
            stream.write("\n".join(lines))
        os.replace(partial, self.path)

    def wait_for_lines(self, seconds=10):
        end = time.monotonic() + seconds
        while not os.path.exists(self.path):
            if time.monotonic() > end:
                raise TimeoutError(self.path)
            time.sleep(0.02)
        with open(self.path) as stream:
            return stream.read().splitlines()
