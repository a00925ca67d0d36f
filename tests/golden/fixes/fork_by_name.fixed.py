# Another method in the place of "fork", with the quotes that stand there.
import multiprocessing

context = multiprocessing.get_context('spawn')

if __name__ == "__main__":
    context.Process(target=print).start()
