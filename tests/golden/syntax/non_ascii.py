# Columns count characters, not bytes.
import os

größe, 数 = "ä😀", os.fork()
#                ^^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
