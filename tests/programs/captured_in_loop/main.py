import multiprocessing


def main():
    for number in range(3):
        process = multiprocessing.Process(target=lambda: print("number", number, flush=True))
        process.start()
        process.join()


if __name__ == "__main__":
    main()
