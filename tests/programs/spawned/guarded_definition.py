# The function is defined under the main guard.
# spawn: FRK301
import multiprocessing

if __name__ == "__main__":

    def work(x):
        print("work", x, flush=True)

    process = multiprocessing.Process(target=work, args=(1,))
    process.start()
    process.join()
