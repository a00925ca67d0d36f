import subprocess

subprocess.run(["true"])  # forklint: ignore
#                         ^^^^^^^^^^^^^^^^^^ FRK901 note: The comment '# forklint: ignore' suppresses nothing.
