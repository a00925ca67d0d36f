"""Runs a program by native code that does nothing else in the child."""

import runner

print(runner.run("echo", "hello"), flush=True)
