import os
import subprocess


class Quiet(subprocess.Popen):
    pass


Quiet(["true"], preexec_fn=os.setsid)
#               ^^^^^^^^^^^^^^^^^^^^ FRK106 warning: 'Quiet' runs Python code between fork and exec, because of 'preexec_fn'.
