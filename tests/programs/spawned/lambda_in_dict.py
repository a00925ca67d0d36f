# A lambda in a dictionary that is an argument.
# spawn: FRK302
import multiprocessing


def apply(actions):
    print(actions["double"](2), flush=True)


if __name__ == "__main__":
    process = multiprocessing.Process(target=apply, args=({"double": lambda x: 2 * x},))
    process.start()
    process.join()
