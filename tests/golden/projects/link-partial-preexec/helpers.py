import functools
import subprocess

start = functools.partial(subprocess.Popen, preexec_fn=print)
