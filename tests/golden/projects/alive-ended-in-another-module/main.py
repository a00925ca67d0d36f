# Whoever starts the listener ends it, in other modules.
import logs
import pools

if __name__ == "__main__":
    logs.start()
    pools.before()
    logs.stop()
    pools.after()
