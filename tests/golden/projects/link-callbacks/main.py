# Functions handed to APIs that call them.
import atexit
import signal

import pools
import telemetry

if __name__ == "__main__":
    signal.signal(signal.SIGUSR1, telemetry.on_signal)
    atexit.register(telemetry.at_exit)
    list(map(telemetry.start, [1]))
    pools.run()
