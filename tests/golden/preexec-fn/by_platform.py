# None on Windows, something elsewhere.
import os
import subprocess

subprocess.Popen(["true"], preexec_fn=os.setsid if os.name == "posix" else None)
#                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK106 warning: 'subprocess.Popen' runs Python code between fork and exec, because of 'preexec_fn'.
