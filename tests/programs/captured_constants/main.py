import multiprocessing


def main():
    factor = 10
    title = "result"

    def work(number, /, *more, sign=1):
        print(title, sign * number * factor + sum(more), flush=True)

    process = multiprocessing.Process(target=work, args=(2, 3), kwargs={"sign": -1})
    process.start()
    process.join()
    work(1)


if __name__ == "__main__":
    main()
