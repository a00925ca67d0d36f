# Where the code spawns already, the cure is a fix of its own.
import multiprocessing


def main():
    context = multiprocessing.get_context("spawn")
    context.Process(target=lambda: print("x")).start()
#                   ^^^^^^^^^^^^^^^^^^^^^^^^^ FRK301 error: A process of 'multiprocessing.Process' can't be sent a lambda.


if __name__ == "__main__":
    main()
