# A process that runs a lambda.
# spawn: FRK301
import multiprocessing

if __name__ == "__main__":
    process = multiprocessing.Process(target=lambda: print("counted", flush=True))
    process.start()
    process.join()
    print("done")
