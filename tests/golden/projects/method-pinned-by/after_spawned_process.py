# Settles the default start method: one that is set later raises.
import multiprocessing

if __name__ == "__main__":
    multiprocessing.get_context("spawn").Process(target=print).start()
    multiprocessing.set_start_method("spawn")
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK107 warning: 'multiprocessing.set_start_method' comes too late and raises RuntimeError.
