# A context that the module has is used.
import multiprocessing

spawning = multiprocessing.get_context("spawn")

if __name__ == "__main__":
    spawning.Process(target=print).start()
