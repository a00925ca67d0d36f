# Nothing comes of a context that is only compared.
import multiprocessing


def is_fork(context):
    return context is multiprocessing.get_context("fork") or multiprocessing.get_context("fork") == context


def default_is_fork():
    context = multiprocessing.get_context("fork")
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 warning: 'multiprocessing.get_context' is asked for the fork start method.
    return context
