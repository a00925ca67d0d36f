# The function is defined under the main guard.
import multiprocessing

if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")

    def work(x):
        print("work", x, flush=True)

    process = multiprocessing.Process(target=work, args=(1,))
#                                     ^^^^^^^^^^^ FRK301 error: A process of 'multiprocessing.Process' can't be sent the function 'work', which is defined under the main guard.
    process.start()
    process.join()
