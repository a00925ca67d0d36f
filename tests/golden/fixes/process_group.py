# args: --target-python 3.11
# process_group is there from Python 3.11.
import os
import subprocess

subprocess.Popen(["true"], preexec_fn=os.setpgrp)
#                          ^^^^^^^^^^^^^^^^^^^^^ FRK106 warning: 'subprocess.Popen' runs Python code between fork and exec, because of 'preexec_fn'.
subprocess.Popen(["true"], preexec_fn=lambda: os.nice(5))
#                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK106 warning: 'subprocess.Popen' runs Python code between fork and exec, because of 'preexec_fn'.
