import rq
from rq import Worker


def test_work():
    Worker(["default"]).work()
    rq.Worker(["default"]).work()
