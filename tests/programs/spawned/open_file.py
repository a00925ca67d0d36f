# An open file as an argument.
# spawn: FRK302
import multiprocessing
import os


def write(stream):
    stream.write("x")
    stream.flush()
    print("written", flush=True)


if __name__ == "__main__":
    stream = open(os.devnull, "w")
    process = multiprocessing.Process(target=write, args=(stream,))
    process.start()
    process.join()
