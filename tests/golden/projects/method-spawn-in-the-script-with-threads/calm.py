# The script with the thread spawns, the one that forks has no thread.
import pools

if __name__ == "__main__":
    pools.run()
