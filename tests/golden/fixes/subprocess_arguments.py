# args: --target-python 3.11
# What preexec_fn did is said by arguments; an import that only it needed goes.
import os
import subprocess

subprocess.Popen(["true"], preexec_fn=os.setsid)
#                          ^^^^^^^^^^^^^^^^^^^^ FRK106 warning: 'subprocess.Popen' runs Python code between fork and exec, because of 'preexec_fn'.
