"""The bar on a terminal: there for long work, gone before the findings, and nowhere else."""

import os
import pty
import select
import subprocess
import time

from command import FORKLINT, PATIENCE, CommandTest, main

GONE = b"\r\x1b[K"


class ProgressTest(CommandTest):
    def run_on_terminal(self, *arguments, wait_for=b"", env=None):
        """What the terminal was told on standard error, and whether it was told more at the end."""
        near, far = pty.openpty()
        self.addCleanup(os.close, near)
        clean = {key: value for key, value in os.environ.items() if key not in ("CI", "TERM", "NO_COLOR")}
        process = subprocess.Popen([FORKLINT, *arguments], cwd=self.root, stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, stderr=far, env={**clean, "TERM": "xterm", **(env or {})})
        os.close(far)
        said = b""
        end = time.monotonic() + PATIENCE
        # It waits for its standard input: long work, as long as it has to be.
        while wait_for and wait_for not in said and time.monotonic() < end:
            said += read_some(near)
        if not wait_for:
            time.sleep(1.5)
        out, _ = process.communicate(b"import os\nos.fork()\n", timeout=PATIENCE)
        self.assertIn(b"FRK105", out)
        while True:
            more = read_some(near)
            if not more:
                return said
            said += more

    def test_long_work_shows_it_and_takes_it_away(self):
        said = self.run_on_terminal("-", wait_for=b"looking for files")
        self.assertIn(b"looking for files", said)
        self.assertTrue(said.endswith(GONE), said)
        # No colours, so nothing to leave out for NO_COLOR; and nothing scrolls.
        self.assertNotIn(b"\x1b[3", said)
        self.assertNotIn(b"\n", said)

    def test_not_where_nobody_looks(self):
        for arguments, env in ((["-"], {"CI": "true"}), (["-"], {"TERM": "dumb"}), (["-q", "-"], {}),
                               (["--progress", "never", "-"], {})):
            self.assertEqual(self.run_on_terminal(*arguments, env=env), b"", (arguments, env))

    def test_not_in_a_pipe(self):
        self.assertNotIn("\r", self.forklint("-", stdin=b"import os\nos.fork()\n").err)

    def test_always_means_in_a_pipe_too(self):
        process = subprocess.Popen([FORKLINT, "--progress", "always", "-"], cwd=self.root, stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        begin = b"\r[------------------------] looking for files"
        self.assertEqual(process.stderr.read(len(begin)), begin)
        _, err = process.communicate(b"import os\nos.fork()\n", timeout=PATIENCE)
        self.assertTrue(err.endswith(GONE), err)


def read_some(descriptor):
    ready, _, _ = select.select([descriptor], [], [], 0.2)
    try:
        return os.read(descriptor, 65536) if ready else b""
    except OSError:
        # The other side is closed.
        return b""


if __name__ == "__main__":
    main()
