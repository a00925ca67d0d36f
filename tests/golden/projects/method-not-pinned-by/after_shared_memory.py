# Settles nothing: the start method may still be set.
import multiprocessing
import multiprocessing.shared_memory

if __name__ == "__main__":
    multiprocessing.shared_memory.SharedMemory(create=True, size=8)
    multiprocessing.set_start_method("spawn")
