# The name is taken elsewhere in the module, so the function gets another one.
import multiprocessing


def work():
    print("other")


def _main_work(number):
    print(number)


def main():
    multiprocessing.get_context("spawn").Process(target=_main_work, args=(1,)).start()


if __name__ == "__main__":
    work()
    main()
