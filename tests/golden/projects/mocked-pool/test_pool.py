# What a test replaces by a mock starts no process, nor does a pool of which a private part is one.
from multiprocessing.pool import Pool
from unittest.mock import patch


@patch("multiprocessing.pool.Pool._repopulate_pool")
def test_without_workers(repopulate):
    pool = Pool(2)
    pool.close()


@patch("multiprocessing.pool.Pool")
def test_no_pool(made):
    from multiprocessing.pool import Pool as Made

    Made(2).map(print, [1])


def test_part_of_it():
    with patch.object(Pool, "map"):
        Pool(2).map(print, [1])
#       ^^^^^^^ FRK102 warning: 'multiprocessing.pool.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.


def test_real():
    with Pool(2) as pool:
#        ^^^^^^^ FRK102 warning: 'multiprocessing.pool.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
        pool.map(print, [1])
