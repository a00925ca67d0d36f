# Two scripts: one starts a thread, the other one forks.
import pools

if __name__ == "__main__":
    pools.run()
