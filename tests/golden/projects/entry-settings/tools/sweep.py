# silent
import pools

if __name__ == "__main__":
    pools.make()
