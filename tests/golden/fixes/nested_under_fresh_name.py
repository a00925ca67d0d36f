# The name is taken elsewhere in the module, so the function gets another one.
import multiprocessing


def work():
    print("other")


def main():
    def work(number):
        print(number)

    multiprocessing.Process(target=work, args=(1,)).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.


if __name__ == "__main__":
    work()
    main()
