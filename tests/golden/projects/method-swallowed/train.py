# A queue of another module settles the method, the error is swallowed, and the program forks.
import multiprocessing

import channels
import pools

if __name__ == "__main__":
    try:
        multiprocessing.set_start_method("spawn")
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK107 warning: 'multiprocessing.set_start_method' comes too late and raises RuntimeError.
    except RuntimeError:
        pass
    channels.JOBS.put(1)
    pools.run()
