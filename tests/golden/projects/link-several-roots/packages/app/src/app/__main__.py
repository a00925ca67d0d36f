# One repository, three roots.
import beat
from core import pools

beat.start()
pools.run()
