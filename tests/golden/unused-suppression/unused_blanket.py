import subprocess

subprocess.run(["true"])  # forklint: ignore
#                         ^^^^^^^^^^^^^^^^^^ FRK901 note: The suppression of all rules suppresses nothing.
