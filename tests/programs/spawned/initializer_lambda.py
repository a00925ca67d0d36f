# An initializer that is a lambda.
# spawn: FRK301
import multiprocessing

state = {}


def work(n):
    return state["factor"] * n


if __name__ == "__main__":
    with multiprocessing.Pool(1, initializer=lambda: state.update(factor=3)) as pool:
        print(pool.map(work, [2]), flush=True)
