# A process that runs a lambda.
import multiprocessing

if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    process = multiprocessing.Process(target=lambda: print("counted", flush=True))
#                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK301 error: A process of 'multiprocessing.Process' can't be sent a lambda.
    process.start()
    process.join()
    print("done")
