# One alternative forks, the other is threads: possible.
try:
    from torch.multiprocessing import Pool
except ImportError:
    from multiprocessing.dummy import Pool

pool = Pool(2)
#      ^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
