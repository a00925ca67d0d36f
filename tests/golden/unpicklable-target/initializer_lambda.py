# An initializer that is a lambda.
import multiprocessing

state = {}


def work(n):
    return state["factor"] * n


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    with multiprocessing.Pool(1, initializer=lambda: state.update(factor=3)) as pool:
#                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK301 error: A process of 'multiprocessing.Pool' can't be sent a lambda.
        print(pool.map(work, [2]), flush=True)
