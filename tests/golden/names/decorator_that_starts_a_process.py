# A decorator that runs what it decorates in a fresh process, looked up there by its name.
import functools
import multiprocessing

functions = {}


def call(name):
    return functions[name]()


class InProcess:
    def __init__(self, seconds, method="spawn"):
        self.seconds = seconds
        self.method = method

    def __call__(self, function):
        functions[function.__name__] = function

        @functools.wraps(function)
        def wrapped():
            context = multiprocessing.get_context(self.method)
            process = context.Process(target=call, args=(function.__name__,))
            process.start()
            process.join(self.seconds)

        return wrapped


class Named:
    def __init__(self, name):
        self.name = name

    def __call__(self, function):
        @functools.wraps(function)
        def wrapped():
            print(self.name)
            return function()

        return wrapped


@InProcess(seconds=5)
def in_a_fresh_process():
    with multiprocessing.Pool(2) as pool:
        pool.map(print, [1])


@Named("here")
def here():
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
        pool.map(print, [1])


if __name__ == "__main__":
    in_a_fresh_process()
    here()
