# A script without a main guard.
import pools

pools.run()
