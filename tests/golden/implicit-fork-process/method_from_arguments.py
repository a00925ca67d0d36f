# The method is chosen at run time: possible.
import argparse
import multiprocessing

if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--method")
    multiprocessing.set_start_method(parser.parse_args().method)
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 note: 'multiprocessing.Pool' may create its processes by fork: the start method that is set before it is not known here.
        pool.map(abs, [1])
