# What pins nothing may come before.
# silent
import multiprocessing

if __name__ == "__main__":
    print(multiprocessing.cpu_count(), multiprocessing.current_process().name)
    multiprocessing.get_start_method(allow_none=True)
    multiprocessing.get_context("spawn")
    reader, writer = multiprocessing.Pipe()
    process = multiprocessing.Process(target=print)
    multiprocessing.set_start_method("spawn")
    process.start()
