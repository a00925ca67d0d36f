# Older Pythons have no argument for os.setpgrp.
import os
import subprocess

subprocess.Popen(["true"], preexec_fn=os.setpgrp)
#                          ^^^^^^^^^^^^^^^^^^^^^ FRK106 warning: 'subprocess.Popen' runs Python code between fork and exec, because of 'preexec_fn'.
