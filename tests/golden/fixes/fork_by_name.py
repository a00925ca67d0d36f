# Another method in the place of "fork", with the quotes that stand there.
import multiprocessing

context = multiprocessing.get_context('fork')
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 warning: 'multiprocessing.get_context' is asked for the fork start method.

if __name__ == "__main__":
    context.Process(target=print).start()
