# The import that initialises the runtime stands in a module that has nothing to do with the fork.
import device
import pools

if __name__ == "__main__":
    pools.run(device.NAME)
