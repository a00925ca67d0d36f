# A context manager of the project: __enter__ starts, __exit__ ends.
import pools
from heartbeat import Heartbeat

if __name__ == "__main__":
    with Heartbeat() as heart:
        pools.run(heart.name)
    pools.run_quietly()
