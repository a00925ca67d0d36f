import subprocess

subprocess.run(["true"])  # forklint: ignore[FRK105]
#                         ^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK901 note: The suppression of 'FRK105' suppresses nothing.
