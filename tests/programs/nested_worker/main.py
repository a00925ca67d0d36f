"""A worker and a helper of it, written where they are used; neither takes anything from around it."""

import multiprocessing


def label(number):
    return f"<{number}>"


def main():
    def work(number, times: int = 2):
        # Counts down.
        if times > 1:
            work(number, times - 1)
        print(label(number * times), flush=True)

    for number in (1, 2):
        process = multiprocessing.Process(target=work, args=(number,))
        process.start()
        process.join()
        print("exit code", process.exitcode)

    reader = multiprocessing.Process(target=lambda: print("lambda", label(3), flush=True))
    reader.start()
    reader.join()
    print("exit code", reader.exitcode)


if __name__ == "__main__":
    main()
