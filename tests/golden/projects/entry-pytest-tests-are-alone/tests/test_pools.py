# What one test leaves behind is no certainty for the next: tests run alone, in any order.
import multiprocessing
import threading


def test_thread():
    thread = threading.Thread(target=print)
    thread.start()
    assert thread.name


def test_pool():
    with multiprocessing.Pool(2) as pool:
#        ^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
        assert pool.map(abs, [-1]) == [1]
