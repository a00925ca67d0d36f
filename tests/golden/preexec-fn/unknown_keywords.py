# A wrapper that hands keywords through says nothing of preexec_fn; code that names the key does.
import os
import subprocess


def run(args, **options):
    return subprocess.Popen(args, **options)


def run_with(args, options):
    return subprocess.run(args, **options)


def run_session(args, function):
    options = {"cwd": "/"}
    options["preexec_fn"] = function
    return subprocess.run(args, **options)
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK106 note: 'subprocess.run' runs Python code between fork and exec if 'preexec_fn' is not None, which is not known here.


def run_detached(args, **options):
    return subprocess.run(args, **options)
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK106 warning: 'subprocess.run' runs Python code between fork and exec, because of 'preexec_fn'.


run_detached(["true"], preexec_fn=os.setsid)
