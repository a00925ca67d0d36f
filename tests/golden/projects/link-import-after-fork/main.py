# The module that starts a thread is imported when the pool is gone.
import pools

if __name__ == "__main__":
    pools.run()
    import telemetry

    print(telemetry.NAME)
