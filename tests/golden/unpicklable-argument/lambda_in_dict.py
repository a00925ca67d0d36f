# A lambda in a dictionary that is an argument.
import multiprocessing


def apply(actions):
    print(actions["double"](2), flush=True)


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    process = multiprocessing.Process(target=apply, args=({"double": lambda x: 2 * x},))
#                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK302 error: A process of 'multiprocessing.Process' can't be sent a lambda.
    process.start()
    process.join()
