# The argument stands in another file than the call, which is the place of the finding.
from helpers import start

if __name__ == "__main__":
    start(["true"])
#   ^^^^^^^^^^^^^^^ FRK106 warning: 'subprocess.Popen' runs Python code between fork and exec, because of 'preexec_fn'.
