# Calls inside of f-strings run.
import os

text = f"{os.fork()!r:>{10}}"
#         ^^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
nested = f"{'a' + f'{os.getpid()}'}"
plain = "{os.fork()}"
