# The method that the user prefers.
import multiprocessing

if __name__ == "__main__":
    multiprocessing.get_context("forkserver").Process(target=print).start()
