# A generator that contextlib makes a context manager: up to its yield before, the rest after.
import pools
from heartbeat import heartbeat, locked

if __name__ == "__main__":
    with heartbeat(1):
        pools.run()
    with locked():
        pools.run_locked()
    pools.run_quietly()
