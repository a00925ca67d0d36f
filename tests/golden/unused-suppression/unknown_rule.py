import subprocess

subprocess.run(["true"])  # forklint: ignore[FRK999]
#                         ^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK901 note: The suppression names 'FRK999', which is no rule of forklint.
