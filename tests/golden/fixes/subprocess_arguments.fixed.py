# What preexec_fn did is said by arguments; an import that only it needed goes.
import subprocess

subprocess.Popen(["true"], start_new_session=True)
