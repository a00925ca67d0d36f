import multiprocessing

import config
import worker


def main():
    config.level = 3
    process = multiprocessing.get_context("spawn").Process(target=worker.work)
    process.start()
    process.join()


if __name__ == "__main__":
    main()
