# Importing a module runs it: a thread is there before the first line of this script's own.
import pools
import telemetry

if __name__ == "__main__":
    pools.run(telemetry.NAME)
