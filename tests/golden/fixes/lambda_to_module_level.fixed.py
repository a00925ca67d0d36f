# A lambda without captured variables becomes a function at module level.
import multiprocessing


def _main_target(name, times=2):
    return print(name * times)


def main():
    # Comments stay.
    multiprocessing.get_context("spawn").Process(target=_main_target, args=("x",)).start()


if __name__ == "__main__":
    main()
