# A launcher's line in a shell script makes a program of a file.
# silent
import pools

POOL = pools.make()
