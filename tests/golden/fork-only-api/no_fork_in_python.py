# These run no Python between fork and exec.
# silent
import os
import subprocess

os.system("true")
os.popen("true").read()
os.posix_spawn("/bin/true", ["true"], os.environ)
os.posix_spawnp("true", ["true"], os.environ)
subprocess.run(["true"])
subprocess.Popen(["true"], start_new_session=True).wait()
subprocess.check_output("true", shell=True)
