# process_group is there from Python 3.11.
import os
import subprocess

subprocess.Popen(["true"], process_group=0)
subprocess.Popen(["true"], preexec_fn=lambda: os.nice(5))
