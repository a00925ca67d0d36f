# unittest calls setUp before each test.
import threading
import unittest
from multiprocessing import Pool


class Parallel(unittest.TestCase):
    def setUp(self):
        self.thread = threading.Thread(target=print)
        self.thread.start()

    def test_pool(self):
        with Pool(2) as pool:
#            ^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#            says: No other start method is set before it in unit_tests/test_parallel.py;
#            ^^^^^^^ FRK201 error: 'multiprocessing.Pool' forks while a thread of threading.Thread is alive.
#            flow: self.thread.start()
#            flow: Pool(2)
            self.assertEqual(pool.map(abs, [-1]), [1])
