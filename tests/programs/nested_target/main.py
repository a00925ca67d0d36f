import multiprocessing


def main():
    parent, child = multiprocessing.Pipe()

    def answer():
        child.send("answer")

    process = multiprocessing.Process(target=answer)
    process.start()
    print(parent.recv())
    process.join()


if __name__ == "__main__":
    main()
