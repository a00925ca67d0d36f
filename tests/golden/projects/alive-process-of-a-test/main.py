# The worker's thread is beside the process that the worker makes, not beside one that a test makes.
from worker import Worker

if __name__ == "__main__":
    with Worker() as worker:
        worker.run("task")
