# A table that offers each method by its name: another one under the name "fork" would be a lie.
import multiprocessing

CONTEXTS = {
    "fork": multiprocessing.get_context("fork"),
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 warning: 'multiprocessing.get_context' is asked for the fork start method.
    "spawn": multiprocessing.get_context("spawn"),
}
