import os
import subprocess

subprocess.Popen(["true"], preexec_fn=os.setsid)
#                          ^^^^^^^^^^^^^^^^^^^^ FRK106 warning: 'subprocess.Popen' runs Python code between fork and exec, because of 'preexec_fn'.
subprocess.run(["true"], preexec_fn=lambda: None)
#                        ^^^^^^^^^^^^^^^^^^^^^^^ FRK106 warning: 'subprocess.run' runs Python code between fork and exec, because of 'preexec_fn'.
subprocess.check_call(["true"], preexec_fn=os.setpgrp)
#                               ^^^^^^^^^^^^^^^^^^^^^ FRK106 warning: 'subprocess.check_call' runs Python code between fork and exec, because of 'preexec_fn'.
