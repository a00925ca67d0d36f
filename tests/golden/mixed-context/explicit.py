# Primitives of the default context, of fork and of spawn, for a process of spawn.
import multiprocessing


def work(thing):
    print(thing)


def run():
    ctx = multiprocessing.get_context("spawn")
    fork = multiprocessing.get_context("fork")
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 warning: 'multiprocessing.get_context' is asked for the fork start method.
    ctx.Process(target=work, args=(multiprocessing.Lock(),)).start()
#                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK304 error: 'multiprocessing.Process' is given a primitive of the default context, 'multiprocessing.Lock'.
    ctx.Process(target=work, args=(multiprocessing.Value("i", 0),)).start()
#                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK304 error: 'multiprocessing.Process' is given a primitive of the default context, 'multiprocessing.Value'.
    ctx.Process(target=work, kwargs={"thing": fork.Event()}).start()
#                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK304 error: 'multiprocessing.Process' is given a primitive of the fork context, 'multiprocessing.Event'.
    ctx.Process(target=work, args=(ctx.Lock(),)).start()
    ctx.Process(target=work, args=(multiprocessing.Pipe(),)).start()
    ctx.Process(target=work, args=(multiprocessing.RawArray("i", 2),)).start()


if __name__ == "__main__":
    run()
