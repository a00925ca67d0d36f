# silent
import subprocess

subprocess.Popen(["true"])
subprocess.run(["true"], preexec_fn=None)
subprocess.run(["true"], start_new_session=True)
subprocess.run(["true"], process_group=0)
