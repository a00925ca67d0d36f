# Packages without __init__.py.
import acme.telemetry.beat
from acme.pipeline import workers

if __name__ == "__main__":
    acme.telemetry.beat.start()
    workers.run()
