# Despite their name, os.spawn* fork in Python before they exec.
import os
import pty

os.forkpty()
#^^^^^^^^^^^ FRK105 warning: 'os.forkpty' forks this process, whatever start method is set.
pty.fork()
#^^^^^^^^^ FRK105 warning: 'pty.fork' forks this process, whatever start method is set.
pty.spawn("/bin/sh")
#^^^^^^^^^^^^^^^^^^^ FRK105 warning: 'pty.spawn' forks this process, whatever start method is set.
os.spawnv(os.P_WAIT, "/bin/true", ["true"])
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK105 warning: 'os.spawnv' forks this process, whatever start method is set.
os.spawnlp(os.P_NOWAIT, "true", "true")
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK105 warning: 'os.spawnlp' forks this process, whatever start method is set.
os.spawnvpe(os.P_WAIT, "true", ["true"], {})
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK105 warning: 'os.spawnvpe' forks this process, whatever start method is set.
