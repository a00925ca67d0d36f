# Without a put() the queue has no thread; SimpleQueue never has one.
import multiprocessing


def work(jobs, done):
    done.put(jobs.get())


if __name__ == "__main__":
    jobs = multiprocessing.Queue()
    done = multiprocessing.SimpleQueue()
    done.put(0)
    process = multiprocessing.Process(target=work, args=(jobs, done))
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
    process.start()
    jobs.put(1)
    print(done.get(), done.get())
    process.join()
