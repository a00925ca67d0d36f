import multiprocessing

import beat
import loading

if __name__ == "__main__":
    beat.start()
    print(loading.load())
    multiprocessing.Process(target=print).start()
