# The other branch is the one that runs.
import typing

if typing.TYPE_CHECKING:
    from multiprocessing.pool import ThreadPool as Pool
else:
    from multiprocessing import Pool

pool = Pool(2)
#      ^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
