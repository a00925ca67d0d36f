# None may arrive.
import subprocess


def run(limits=None):
    return subprocess.run(["true"], preexec_fn=limits)
#                                   ^^^^^^^^^^^^^^^^^ FRK106 note: 'subprocess.run' runs Python code between fork and exec if 'preexec_fn' is not None, which is not known here.
