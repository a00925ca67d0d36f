import multiprocessing

lock = multiprocessing.Lock()


def careful(number):
    with lock:
        return number + 1


def main():
    with multiprocessing.Pool(2) as pool:
        print(pool.map(careful, [1, 2]))


if __name__ == "__main__":
    main()
