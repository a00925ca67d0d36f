# Names come through the package's __init__ files.
import acme
from acme import run, start_beat

if __name__ == "__main__":
    start_beat()
    run()
    acme.stop_beat()
    acme.run_quietly()
