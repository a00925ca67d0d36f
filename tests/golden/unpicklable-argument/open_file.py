# An open file as an argument.
import multiprocessing
import os


def write(stream):
    stream.write("x")
    stream.flush()
    print("written", flush=True)


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    stream = open(os.devnull, "w")
    process = multiprocessing.Process(target=write, args=(stream,))
#                                                   ^^^^^^^^^^^^^^ FRK302 error: A process of 'multiprocessing.Process' can't be sent an open file.
    process.start()
    process.join()
