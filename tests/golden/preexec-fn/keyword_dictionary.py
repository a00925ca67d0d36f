import os
import subprocess

OPTIONS = {"preexec_fn": os.setsid}
subprocess.Popen(["true"], **OPTIONS)
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK106 warning: 'subprocess.Popen' runs Python code between fork and exec, because of 'preexec_fn'.
