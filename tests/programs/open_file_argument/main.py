import multiprocessing
import os
import tempfile


def write(stream):
    stream.write("written")
    stream.flush()


def main():
    stream = open(os.path.join(tempfile.mkdtemp(), "out.txt"), "w+")
    process = multiprocessing.Process(target=write, args=(stream,))
    process.start()
    process.join()
    stream.seek(0)
    print(stream.read())


if __name__ == "__main__":
    main()
