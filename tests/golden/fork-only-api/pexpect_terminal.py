# A terminal is forked by Python.
import pexpect

child = pexpect.spawn("bash")
#       ^^^^^^^^^^^^^^^^^^^^^ FRK105 warning: 'pexpect.spawn' forks this process, whatever start method is set.
