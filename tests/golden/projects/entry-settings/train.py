# Without a main guard, and imported elsewhere: only the settings tell that it is a program.
# silent
import pools

POOL = pools.make()
