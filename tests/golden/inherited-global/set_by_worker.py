# The worker sets it itself: a cache.
# silent
import multiprocessing

model = None


def get_model():
    global model
    if model is None:
        model = object()
    return model


def work():
    print(get_model(), model)


if __name__ == "__main__":
    get_model()
    process = multiprocessing.get_context("spawn").Process(target=work)
    process.start()
    process.join()
