import multiprocessing

if __name__ == "__main__":
    multiprocessing.get_context("spawn").Process(target=print).start()
